import { EmptyState, LinkButton, PageHeading, PageWidth, Panel, Stack, icons } from '@mallhive/design-system'
import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { AddressCard } from '../parts/address-card.tsx'
import { AddressForm } from '../parts/address-form.tsx'
import { signedIn } from '../signed-in.ts'
import styles from './addresses-page.module.css'

export async function loader(ctx: LoaderContext) {
  const { addresses, countries } = await signedIn(ctx, bff.caller(ctx).listAddresses.query())
  const asked = ctx.search['edit']
  // A form that was refused without JavaScript is rendered open.
  const editing =
    asked ?? (ctx.flash?.form === 'profile/saveAddress' ? ctx.flash.values['id'] || 'new' : undefined)
  return { addresses, countries, editing }
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('addresses.title'), robots: 'noindex' }
}

export default function AddressesPage({
  data: { addresses, countries, editing },
}: {
  data: Loaded<typeof loader>
}) {
  const t = useMessages()
  const edited = addresses.find(({ id }) => id === editing)
  const isOpen = edited !== undefined || editing === 'new'
  const isEmpty = addresses.length === 0 && !isOpen
  const add = isOpen ? undefined : (
    <LinkButton href="/addresses?edit=new" variant="primary" icon={icons.plus}>
      {t('addresses.add')}
    </LinkButton>
  )
  return (
    <PageWidth className={styles.page}>
      <Stack gap={6}>
        <PageHeading
          title={t('addresses.title')}
          lead={t('addresses.lead')}
          actions={isEmpty ? undefined : add}
        />
        {isOpen ? (
          <Panel title={t(edited ? 'addresses.edit.title' : 'addresses.new.title')}>
            <AddressForm key={edited?.id} address={edited} countries={countries} />
          </Panel>
        ) : null}
        {isEmpty ? (
          <EmptyState title={t('addresses.empty.title')} action={add}>
            {t('addresses.empty.words')}
          </EmptyState>
        ) : (
          <ul className={styles.cards}>
            {addresses.map((address) => (
              <AddressCard key={address.id} address={address} />
            ))}
          </ul>
        )}
      </Stack>
    </PageWidth>
  )
}
