import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { EmptyState, LinkButton } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

export function SoldOut({ checkout: { soldOut } }: { checkout: CheckoutView }) {
  const t = useMessages()
  const { locale } = useShell()
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(soldOut)
  return (
    <EmptyState
      headingLevel="h1"
      title={t('sold-out.title')}
      action={
        <LinkButton href="/cart" variant="primary">
          {t('sold-out.cart')}
        </LinkButton>
      }
    >
      <p>{names ? t('sold-out.words.names', { names }) : t('sold-out.words')}</p>
    </EmptyState>
  )
}
