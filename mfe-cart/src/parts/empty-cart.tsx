import { EmptyState, LinkButton } from '@mallhive/design-system'

export function EmptyCart() {
  return (
    <EmptyState
      title="Your cart is empty"
      headingLevel="h1"
      action={
        <LinkButton href="/" variant="primary" size="l">
          Walk through the mall
        </LinkButton>
      }
    >
      Whatever you put in stays here for thirty days. There is something good below to start with.
    </EmptyState>
  )
}
