import type { CartLineView } from '@mallhive/bff-cart/router'
import { Badge, formatAmount } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import styles from './cart-line.module.css'

/** From this many units on, the number left is not shown. */
const lowMark = 5

/** Badges of a line: stock first, then a changed price. */
export function LineState({ line }: { line: CartLineView }) {
  const t = useMessages()
  const { locale } = useShell()
  const { state, available, seenMinor, currency } = line
  return (
    <>
      {state === 'gone' ? <Badge tone="berry">{t('line.gone')}</Badge> : null}
      {state === 'sold-out' ? <Badge tone="berry">{t('line.sold-out')}</Badge> : null}
      {state === 'short' ? <Badge tone="berry">{t('line.short', { count: available ?? 0 })}</Badge> : null}
      {state === 'ok' && available !== undefined && available <= lowMark ? (
        <Badge tone="honey">{t('line.left', { count: available })}</Badge>
      ) : null}
      {seenMinor === undefined ? null : (
        <p className={styles.soft}>{t('line.was', { price: formatAmount(seenMinor, currency, locale) })}</p>
      )}
    </>
  )
}
