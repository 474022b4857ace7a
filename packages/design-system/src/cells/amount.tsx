'use client'
import { classes } from '../classes.ts'
import { formatAmount } from './format-amount.ts'
import { useWords } from '../words/words-provider.tsx'
import styles from './amount.module.css'

export type AmountProps = {
  /** Integer minor units: cents. */
  minor: number
  /** ISO 4217. */
  currency: string
  locale: string
  /** The price before a reduction, in minor units. */
  was?: number | undefined
  /** "from", where variants differ in price. */
  from?: boolean
  size?: 's' | 'm' | 'l'
  className?: string
}

/** An amount of money in tabular figures; with `was` it shows a reduction, which screen readers read as text. */
export function Amount({ minor, currency, locale, was, from = false, size = 'm', className }: AmountProps) {
  const w = useWords()
  const reduced = was !== undefined && was > minor
  return (
    <span className={classes(styles.amount, styles[size], className)}>
      {from ? <span className={styles.from}>{w('amount.from', 'from')} </span> : null}
      {reduced ? <span className={styles.hidden}>{w('amount.now', 'now')} </span> : null}
      <span className={classes(styles.now, reduced && styles.reduced)} translate="no">
        {formatAmount(minor, currency, locale)}
      </span>
      {reduced ? (
        <>
          <span className={styles.hidden}>{w('amount.before', ', before')} </span>
          <s className={styles.was} translate="no">
            {formatAmount(was, currency, locale)}
          </s>
        </>
      ) : null}
    </span>
  )
}
