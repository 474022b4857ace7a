import { ChipLink, formatAmount } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { valueName } from '../facet-words.ts'
import { hrefOf, isNarrowed, toggled, unfiltered } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import type { Translate } from '../messages.ts'
import type { ListProps } from './list-props.ts'
import styles from './chosen-filters.module.css'

/** The chosen filters and those that the query contains, each with a link that takes it back. */
export function ChosenFilters({ path, address, list }: ListProps) {
  const t = useMessages()
  const { currency, locale } = useShell()
  const understood = list.understood?.filters ?? []
  if (!isNarrowed(address) && understood.length === 0) return null
  const labelOf = (name: string, value: string): { label: string; lang?: string } => {
    const known = list.facets
      .find((facet) => facet.name === name)
      ?.values.find((each) => each.value === value)
    return { label: valueName(name, known ?? { value, label: value }, t), lang: known?.lang }
  }
  const money = (minor: number) => formatAmount(minor, currency, locale)
  return (
    <ul className={styles.chosen} aria-label={t('filters.active')}>
      {Object.entries(address.filters).flatMap(([name, values]) =>
        values.map((value) => {
          const { label, lang } = labelOf(name, value)
          return (
            <li key={`${name}=${value}`}>
              <ChipLink
                removable
                selected
                href={hrefOf(path, address, { filters: toggled(address, name, value) })}
              >
                <span lang={lang} translate={name === 'seller' ? 'no' : undefined}>
                  {label}
                </span>
              </ChipLink>
            </li>
          )
        }),
      )}
      {isPriced(list.prices) ? (
        <li>
          <ChipLink removable selected href={hrefOf(path, address, { min: undefined, max: undefined })}>
            {priceRange(list.prices, money, t)}
          </ChipLink>
        </li>
      ) : null}
      {understood.map((filter, nth) => (
        <li key={nth}>
          <ChipLink removable selected href={hrefOf(path, address, { query: filter.without })}>
            {filter.kind === 'price' ? (
              priceRange(filter, money, t)
            ) : (
              <span translate="no">{filter.name}</span>
            )}
          </ChipLink>
        </li>
      ))}
      <li>
        <ChipLink href={hrefOf(path, address, unfiltered(address, list))}>{t('filters.clear-all')}</ChipLink>
      </li>
    </ul>
  )
}

type Bounds = { minMinor?: number; maxMinor?: number }

export const isPriced = ({ minMinor, maxMinor }: Bounds) => minMinor !== undefined || maxMinor !== undefined

function priceRange({ minMinor, maxMinor }: Bounds, money: (minor: number) => string, t: Translate): string {
  if (minMinor === undefined) return t('price.at-most', { most: money(maxMinor ?? 0) })
  if (maxMinor === undefined) return t('price.at-least', { least: money(minMinor) })
  return t('price.between', { least: money(minMinor), most: money(maxMinor) })
}
