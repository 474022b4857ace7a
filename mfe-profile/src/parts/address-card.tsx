import type { AddressView } from '@mallhive/bff-profile/router'
import { Badge, Button, LinkButton, Panel, Row, Stack, VisuallyHidden, icons } from '@mallhive/design-system'
import { BffForm, useShell } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import { countryName } from '../country-name.ts'
import { useMessages } from '../messages.ts'
import { PostalAddress } from './postal-address.tsx'

export function AddressCard({ address }: { address: AddressView }) {
  const t = useMessages()
  const { locale } = useShell()
  const { id, name, line1, line2, postcode, city, region, country } = address
  const lines = [name, line1, line2, `${postcode} ${city}`, region, countryName(country, locale)].filter(
    Boolean,
  )
  const subject = { street: line1, of: (text: ReactNode) => <VisuallyHidden>{text}</VisuallyHidden> }
  return (
    <li>
      <Panel>
        <Stack gap={4}>
          <PostalAddress lines={lines} />
          {address.isDefault ? (
            <div>
              <Badge tone="honey">{t('addresses.default')}</Badge>
            </div>
          ) : null}
          <Row gap={2}>
            <LinkButton href={`/addresses?edit=${id}`} size="s" icon={icons.edit}>
              {t('addresses.edit', subject)}
            </LinkButton>
            <AddressAction procedure="deleteAddress" id={id}>
              {t('addresses.delete', subject)}
            </AddressAction>
            {address.isDefault ? null : (
              <AddressAction procedure="makeDefaultAddress" id={id}>
                {t('addresses.make-default', subject)}
              </AddressAction>
            )}
          </Row>
        </Stack>
      </Panel>
    </li>
  )
}

type AddressActionProps = {
  procedure: 'deleteAddress' | 'makeDefaultAddress'
  id: string
  children: ReactNode
}

/** Button that runs one mutation on an address, then refetches the list. */
function AddressAction({ procedure, id, children }: AddressActionProps) {
  const { refresh } = useShell()
  return (
    <BffForm bff="profile" procedure={procedure} formId={`profile/${procedure}/${id}`} onDone={refresh}>
      {({ pending, formError }) => (
        <>
          <input type="hidden" name="id" value={id} />
          <Button type="submit" variant="quiet" size="s" pending={pending}>
            {children}
          </Button>
          {formError ? <p role="alert">{formError}</p> : null}
        </>
      )}
    </BffForm>
  )
}
