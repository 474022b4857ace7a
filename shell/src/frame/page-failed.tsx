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
              Reload page
            </Button>
          ) : null}
          {status === 401 || status === 403 ? (
            <LinkButton href="/sign-in" variant="primary">
              Sign in
            </LinkButton>
          ) : null}
          <LinkButton href="/">Go to the home page</LinkButton>
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
      title: 'You don’t have access to this page',
      words: 'Sign in with the account that it belongs to, then open it again.',
    }
  if (status === 429)
    return { title: 'Too many requests', words: 'Please wait a minute, then reload the page.' }
  if (status < 500)
    return {
      title: 'This address is not valid',
      words: 'Please check the link, or start from the home page.',
    }
  if (status === 503)
    return {
      title: 'This page is not available right now',
      words: 'Please reload it in a minute. You can keep shopping in the rest of the mall.',
    }
  return {
    title: 'Something went wrong',
    words:
      'The problem is on our side and has been reported. Reload the page, or keep shopping in the rest of the mall.',
  }
}
