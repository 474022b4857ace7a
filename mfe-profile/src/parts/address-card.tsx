import type { AddressView } from '@mallhive/bff-profile/router'
import { Badge, Button, LinkButton, Panel, Row, Stack, VisuallyHidden, icons } from '@mallhive/design-system'
import { BffForm, useShell } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import { countryName } from '../country-name.ts'
import { PostalAddress } from './postal-address.tsx'

export function AddressCard({ address }: { address: AddressView }) {
  const { locale } = useShell()
  const { id, name, line1, line2, postcode, city, region, country } = address
  const lines = [name, line1, line2, `${postcode} ${city}`, region, countryName(country, locale)].filter(
    Boolean,
  )
  const of = <VisuallyHidden> {line1}</VisuallyHidden>
  return (
    <li>
      <Panel>
        <Stack gap={4}>
          <PostalAddress lines={lines} />
          {address.isDefault ? (
            <div>
              <Badge tone="honey">Default</Badge>
            </div>
          ) : null}
          <Row gap={2}>
            <LinkButton href={`/addresses?edit=${id}`} size="s" icon={icons.edit}>
              Edit{of}
            </LinkButton>
            <AddressAction procedure="deleteAddress" id={id}>
              Delete{of}
            </AddressAction>
            {address.isDefault ? null : (
              <AddressAction procedure="makeDefaultAddress" id={id}>
                Set as default{of}
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
