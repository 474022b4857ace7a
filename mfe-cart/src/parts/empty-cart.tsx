import { EmptyState, LinkButton } from '@mallhive/design-system'

export function EmptyCart() {
  return (
    <EmptyState
      title="Your cart is empty"
      headingLevel="h1"
      action={
        <LinkButton href="/" variant="primary" size="l">
          Start shopping
        </LinkButton>
      }
    >
      Items that you add stay here for 30 days. Here are a few to start with.
    </EmptyState>
  )
}
