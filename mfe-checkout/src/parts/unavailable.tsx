import type { LineView } from '@mallhive/bff-checkout/router'
import { LinkButton, Notice } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

/** Names the items because of which an order was not placed. */
export function Unavailable({ lines }: { lines: LineView[] }) {
  const t = useMessages()
  const { locale } = useShell()
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(lines.map(({ title }) => title))
  return (
    <Notice
      tone="berry"
      role="alert"
      title={t('review.unavailable.title', { names })}
      action={
        <LinkButton href="/cart" variant="primary">
          {t('review.unavailable.cart')}
        </LinkButton>
      }
    >
      {t('review.unavailable.words')}
    </Notice>
  )
}
