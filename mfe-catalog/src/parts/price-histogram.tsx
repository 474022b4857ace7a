import type { ListView } from '@mallhive/bff-catalog/router'
import { Anchor, formatAmount } from '@mallhive/design-system'
import { exponentOf, useShell } from '@mallhive/mfe-kit'
import { type ListAddress, hrefOf } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import type { FacetProps } from './facet-values.tsx'
import styles from './price-histogram.module.css'

type PriceHistogramProps = Omit<FacetProps, 'facet'> & { prices: ListView['prices'] }

/**
 * How many products cost what: a bar for each range of prices, which leads to it. For eyes and pointers only: the fields below
 * say and do the same.
 */
export function PriceHistogram({ path, address, prices, tryOut }: PriceHistogramProps) {
  const t = useMessages()
  const { currency, locale } = useShell()
  const { buckets, minMinor = 0, maxMinor = Infinity } = prices
  const isFiltered = minMinor > 0 || maxMinor < Infinity
  const most = Math.max(...buckets.map(({ count }) => count))
  const money = (minor: number) => formatAmount(minor, currency, locale)
  const typed = (minor: number) => String(minor / 10 ** exponentOf(currency))
  return buckets.length < 2 ? null : (
    <div
      className={styles.bars}
      style={{ gridTemplateColumns: `repeat(${buckets.length}, 1fr)` }}
      aria-hidden="true"
    >
      {buckets.map(({ fromMinor, toMinor, count }) => {
        const range = { min: typed(fromMinor), max: typed(toMinor) }
        const isAlone = address.min === range.min && address.max === range.max
        const change: Partial<ListAddress> = isAlone ? { min: undefined, max: undefined } : range
        return count === 0 ? (
          <span key={fromMinor} className={styles.range} />
        ) : (
          <Anchor
            key={fromMinor}
            href={hrefOf(path, address, change)}
            tabIndex={-1}
            rel="nofollow"
            title={t('price.bucket', { least: money(fromMinor), most: money(toMinor), count })}
            className={styles.range}
            data-chosen={isFiltered ? toMinor >= minMinor && fromMinor <= maxMinor : undefined}
            onClick={(event) => {
              if (tryOut(change)) event.preventDefault()
            }}
          >
            <span className={styles.bar} style={{ height: `${(100 * count) / most}%` }} />
          </Anchor>
        )
      })}
    </div>
  )
}
