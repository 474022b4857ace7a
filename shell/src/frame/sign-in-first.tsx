import { EmptyState, LinkButton } from '@mallhive/design-system'

/** The console's page for visitors who are not staff. */
export function SignInFirst() {
  return (
    <>
      <title>Sign in · MallHive</title>
      <meta name="robots" content="noindex" />
      <EmptyState
        headingLevel="h1"
        title="Release console"
        action={<LinkButton href="/sign-in?returnTo=/_mall">Sign in</LinkButton>}
      >
        <p>Sign in with a staff account to see what is live and to change it.</p>
      </EmptyState>
    </>
  )
}
