import { EmptyState, LinkButton } from '@mallhive/design-system'

export function Expired() {
  return (
    <EmptyState
      headingLevel="h1"
      title="This checkout has run out"
      action={
        <LinkButton href="/checkout" variant="primary">
          Start again
        </LinkButton>
      }
    >
      <p>
        It was left for too long, so we gave the things back. Nothing was charged, and your cart is as it was.
      </p>
    </EmptyState>
  )
}
