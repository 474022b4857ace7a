'use client'
import { EmptyState, LinkButton } from '@mallhive/design-system'

export function PageNotFound() {
  return (
    <>
      <title>Page not found · MallHive</title>
      <meta name="robots" content="noindex" />
      <EmptyState
        headingLevel="h1"
        title="There is nothing at this address"
        action={<LinkButton href="/">To the front of the mall</LinkButton>}
      >
        <p>The page may have moved, or the link has a typo. The search above knows all our shops.</p>
      </EmptyState>
    </>
  )
}
