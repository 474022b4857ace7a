import type { CartLineView } from '@mallhive/bff-cart/router'
import { Badge, formatAmount } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import styles from './cart-line.module.css'

/** From this many units on, the number left is not shown. */
const lowMark = 5

/** Badges of a line: stock first, then a changed price. */
export function LineState({ line }: { line: CartLineView }) {
  const { locale } = useShell()
  const { state, available, seenMinor, currency } = line
  return (
    <>
      {state === 'gone' ? <Badge tone="berry">No longer available</Badge> : null}
      {state === 'sold-out' ? <Badge tone="berry">Sold out</Badge> : null}
      {state === 'short' ? <Badge tone="berry">Only {available} left</Badge> : null}
      {state === 'ok' && available !== undefined && available <= lowMark ? (
        <Badge tone="honey">{available === 1 ? 'Last one' : `${available} left`}</Badge>
      ) : null}
      {seenMinor === undefined ? null : (
        <p className={styles.soft}>Was {formatAmount(seenMinor, currency, locale)} when you added it</p>
      )}
    </>
  )
}
