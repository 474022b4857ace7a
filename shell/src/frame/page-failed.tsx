'use client'
import { Button, EmptyState, LinkButton } from '@mallhive/design-system'

/** Replaces a page that failed; header and footer keep working. */
export function PageFailed({ status = 500 }: { status?: number }) {
  return (
    <>
      <title>{`${explain(status).title} · MallHive`}</title>
      <meta name="robots" content="noindex" />
      <FailedBox status={status} />
    </>
  )
}

export function FailedBox({ status }: { status: number }) {
  const { title, words } = explain(status)
  return (
    <EmptyState
      headingLevel="h1"
      title={title}
      action={
        <>
          {status >= 500 ? (
            <Button variant="primary" onClick={() => location.reload()}>
              Load it again
            </Button>
          ) : null}
          {status === 401 || status === 403 ? (
            <LinkButton href="/sign-in" variant="primary">
              Sign in
            </LinkButton>
          ) : null}
          <LinkButton href="/">To the front of the mall</LinkButton>
        </>
      }
    >
      <p>{words}</p>
    </EmptyState>
  )
}

function explain(status: number) {
  if (status === 401 || status === 403)
    return {
      title: 'This page is not yours to see',
      words: 'Sign in with the account it belongs to, then open it again.',
    }
  if (status === 429)
    return { title: 'That was a little fast', words: 'Wait a minute, then load the page again.' }
  if (status < 500)
    return {
      title: 'We do not understand this address',
      words: 'Part of it makes no sense to us. Check the link, or start at the front.',
    }
  if (status === 503)
    return {
      title: 'This part of the mall is closed for a moment',
      words: 'We are on it. Load the page again in a minute; the rest of the mall is open.',
    }
  return {
    title: 'This page did not work',
    words: 'The fault is ours and we have been told. Load it again, or go on elsewhere in the mall.',
  }
}
