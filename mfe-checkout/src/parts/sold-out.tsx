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
          ? `There is not enough stock of ${names}. Your order was not placed and you have not been charged.`
          : 'Some items have just sold out. Your order was not placed and you have not been charged.'}{' '}
        Your items are still in your cart.
      </p>
    </EmptyState>
  )
}
