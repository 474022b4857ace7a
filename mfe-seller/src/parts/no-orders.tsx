import { Button, EmptyState, LinkButton, PageWidth } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

export function NotASeller() {
  const t = useMessages()
  return (
    <PageWidth narrow>
      <EmptyState
        headingLevel="h1"
        title={t('not-a-seller.title')}
        action={<LinkButton href="/orders">{t('not-a-seller.orders')}</LinkButton>}
      >
        {t('not-a-seller.words')}
      </EmptyState>
    </PageWidth>
  )
}

export function OrdersUnavailable() {
  const t = useMessages()
  const { refresh } = useShell()
  return (
    <PageWidth narrow>
      <EmptyState
        headingLevel="h1"
        title={t('unavailable.title')}
        action={<Button onClick={refresh}>{t('unavailable.again')}</Button>}
      >
        {t('unavailable.words')}
      </EmptyState>
    </PageWidth>
  )
}
