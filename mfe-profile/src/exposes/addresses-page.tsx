import { EmptyState, LinkButton, PageHeading, PageWidth, Panel, Stack, icons } from '@mallhive/design-system'
import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
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

export function meta(): Meta {
  return { title: 'Your addresses', robots: 'noindex' }
}

export default function AddressesPage({
  data: { addresses, countries, editing },
}: {
  data: Loaded<typeof loader>
}) {
  const edited = addresses.find(({ id }) => id === editing)
  const isOpen = edited !== undefined || editing === 'new'
  const add = isOpen ? undefined : (
    <LinkButton href="/addresses?edit=new" variant="primary" icon={icons.plus}>
      Add an address
    </LinkButton>
  )
  return (
    <PageWidth className={styles.page}>
      <Stack gap={6}>
        <PageHeading
          title="Your addresses"
          lead="Your default address comes first at checkout."
          actions={add}
        />
        {isOpen ? (
          <Panel title={edited ? 'Edit address' : 'New address'}>
            <AddressForm key={edited?.id} address={edited} countries={countries} />
          </Panel>
        ) : null}
        {addresses.length === 0 && !isOpen ? (
          <EmptyState title="No addresses yet">Save one to check out faster.</EmptyState>
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
