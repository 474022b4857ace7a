import { Button, EmptyState, LinkButton } from '@mallhive/design-system'
import type { Translate } from '@mallhive/mfe-kit'
import type { Messages } from '../../messages/messages.d.ts'
import { useMessages } from '../messages.ts'

/** Replaces a page that failed; header and footer keep working. */
export function PageFailed({ status = 500 }: { status?: number }) {
  const t = useMessages()
  return (
    <>
      <title>{t('title', { title: explain(t, status).title })}</title>
      <meta name="robots" content="noindex" />
      <FailedBox status={status} />
    </>
  )
}

export function FailedBox({ status }: { status: number }) {
  const t = useMessages()
  const { title, words } = explain(t, status)
  return (
    <EmptyState
      headingLevel="h1"
      title={title}
      action={
        <>
          {status >= 500 ? (
            <Button variant="primary" onClick={() => location.reload()}>
              {t('failed.reload')}
            </Button>
          ) : null}
          {status === 401 || status === 403 ? (
            <LinkButton href="/sign-in" variant="primary">
              {t('failed.sign-in')}
            </LinkButton>
          ) : null}
          <LinkButton href="/">{t('failed.home')}</LinkButton>
        </>
      }
    >
      <p>{words}</p>
    </EmptyState>
  )
}

function explain(t: Translate<Messages>, status: number): { title: string; words: string } {
  if (status === 401 || status === 403)
    return { title: t('failed.forbidden.title'), words: t('failed.forbidden.words') }
  if (status === 429) return { title: t('failed.too-many.title'), words: t('failed.too-many.words') }
  if (status < 500) return { title: t('failed.address.title'), words: t('failed.address.words') }
  if (status === 503) return { title: t('failed.unavailable.title'), words: t('failed.unavailable.words') }
  return { title: t('failed.title'), words: t('failed.words') }
}
