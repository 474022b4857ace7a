import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { EmptyState, LinkButton } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'

export function SoldOut({ checkout: { soldOut } }: { checkout: CheckoutView }) {
  const { locale } = useShell()
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(soldOut)
  return (
    <EmptyState
      headingLevel="h1"
      title="Just sold out"
      action={
        <LinkButton href="/cart" variant="primary">
          Back to your cart
        </LinkButton>
      }
    >
      <p>
        {names
          ? `There is not enough left of: ${names}. Nothing was ordered and nothing was charged.`
          : 'Some of it has just sold out. Nothing was ordered and nothing was charged.'}{' '}
        The rest is still in your cart.
      </p>
    </EmptyState>
  )
}
