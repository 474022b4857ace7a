import { ChipLink, formatAmount } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { hrefOf, isNarrowed, toggled } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import type { Translate } from '../messages.ts'
import type { ListProps } from './list-props.ts'
import styles from './chosen-filters.module.css'

/** The chosen filters, each with a link that removes it. */
export function ChosenFilters({ path, address, list }: ListProps) {
  const t = useMessages()
  const { currency, locale } = useShell()
  if (!isNarrowed(address)) return null
  const labelOf = (name: string, value: string): { label: string; lang?: string } =>
    list.facets.find((facet) => facet.name === name)?.values.find((each) => each.value === value) ?? {
      label: value,
    }
  const { minMinor, maxMinor } = list.prices
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
      {minMinor !== undefined || maxMinor !== undefined ? (
        <li>
          <ChipLink removable selected href={hrefOf(path, address, { min: undefined, max: undefined })}>
            {priceRange(minMinor, maxMinor, money, t)}
          </ChipLink>
        </li>
      ) : null}
      <li>
        <ChipLink href={hrefOf(path, address, { filters: {}, min: undefined, max: undefined })}>
          {t('filters.clear-all')}
        </ChipLink>
      </li>
    </ul>
  )
}

function priceRange(
  min: number | undefined,
  max: number | undefined,
  money: (minor: number) => string,
  t: Translate,
): string {
  if (min === undefined) return t('price.at-most', { most: money(max ?? 0) })
  if (max === undefined) return t('price.at-least', { least: money(min) })
  return t('price.between', { least: money(min), most: money(max) })
}
