import { EmptyState, LinkButton } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'

export function PageNotFound() {
  const t = useMessages()
  return (
    <>
      <title>{t('title', { title: t('not-found.title') })}</title>
      <meta name="robots" content="noindex" />
      <EmptyState
        headingLevel="h1"
        title={t('not-found.title')}
        action={
          <>
            <LinkButton href="/search" variant="primary">
              {t('not-found.browse')}
            </LinkButton>
            <LinkButton href="/">{t('failed.home')}</LinkButton>
          </>
        }
      >
        <p>{t('not-found.words')}</p>
      </EmptyState>
    </>
  )
}
