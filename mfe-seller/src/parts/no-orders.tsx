import { Button, EmptyState, LinkButton, PageWidth } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'

export function NotASeller() {
  return (
    <PageWidth narrow>
      <EmptyState
        headingLevel="h1"
        title="This page is for shops"
        action={<LinkButton href="/orders">See your own orders</LinkButton>}
      >
        You are signed in, but your account belongs to no shop. Sign in with the shop’s account to see what it
        has to send.
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
        Nothing is lost: orders keep coming in and wait here for you.
      </EmptyState>
    </PageWidth>
  )
}
