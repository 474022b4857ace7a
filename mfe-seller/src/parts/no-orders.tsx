import { Button, EmptyState, LinkButton, PageWidth } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'

export function NotASeller() {
  return (
    <PageWidth narrow>
      <EmptyState
        headingLevel="h1"
        title="This page is for shops"
        action={<LinkButton href="/orders">View your orders</LinkButton>}
      >
        Your account is not linked to a shop. Sign in with your shop’s account to see its orders.
      </EmptyState>
    </PageWidth>
  )
}

export function OrdersUnavailable() {
  const { refresh } = useShell()
  return (
    <PageWidth narrow>
      <EmptyState
        headingLevel="h1"
        title="We can’t show your orders right now"
        action={<Button onClick={refresh}>Try again</Button>}
      >
        New orders are still being saved and will appear here.
      </EmptyState>
    </PageWidth>
  )
}
