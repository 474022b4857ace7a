import { EmptyState, LinkButton } from '@mallhive/design-system'

export function PageNotFound() {
  return (
    <>
      <title>Page not found · MallHive</title>
      <meta name="robots" content="noindex" />
      <EmptyState
        headingLevel="h1"
        title="Page not found"
        action={<LinkButton href="/">Go to the home page</LinkButton>}
      >
        <p>The page may have moved, or the link may have a typo. Try the search above.</p>
      </EmptyState>
    </>
  )
}
