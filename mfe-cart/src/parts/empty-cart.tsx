import { EmptyState, LinkButton } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'

export function EmptyCart() {
  const t = useMessages()
  return (
    <EmptyState
      title={t('empty.title')}
      headingLevel="h1"
      action={
        <LinkButton href="/" variant="primary" size="l">
          {t('empty.start')}
        </LinkButton>
      }
    >
      {t('empty.words')}
      {/* With scripts the form itself says so. */}
      <noscript>
        <p>{t('empty.no-cookies')}</p>
      </noscript>
    </EmptyState>
  )
}
