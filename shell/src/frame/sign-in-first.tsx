import { EmptyState, LinkButton } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'

/** The console's page for visitors who are not staff. */
export function SignInFirst() {
  const t = useMessages()
  return (
    <>
      <title>{t('title', { title: t('failed.sign-in') })}</title>
      <meta name="robots" content="noindex" />
      <EmptyState
        headingLevel="h1"
        title={t('console.title')}
        action={<LinkButton href="/sign-in?returnTo=/_mall">{t('failed.sign-in')}</LinkButton>}
      >
        <p>{t('console.words')}</p>
      </EmptyState>
    </>
  )
}
