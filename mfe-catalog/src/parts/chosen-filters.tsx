import { ChipLink } from '@mallhive/design-system'
import { hrefOf, isNarrowed, toggled } from '../list-address.ts'
import type { ListProps } from './list-props.ts'
import styles from './chosen-filters.module.css'

/** The chosen filters, each with a link that removes it. */
export function ChosenFilters({ path, address, list }: ListProps) {
  if (!isNarrowed(address)) return null
  const labelOf = (name: string, value: string) =>
    list.facets.find((facet) => facet.name === name)?.values.find((each) => each.value === value)?.label ??
    value
  const { min, max } = address
  return (
    <ul className={styles.chosen} aria-label="Active filters">
      {Object.entries(address.filters).flatMap(([name, values]) =>
        values.map((value) => (
          <li key={`${name}=${value}`}>
            <ChipLink
              removable
              selected
              href={hrefOf(path, address, { filters: toggled(address, name, value) })}
            >
              {labelOf(name, value)}
            </ChipLink>
          </li>
        )),
      )}
      {min !== undefined || max !== undefined ? (
        <li>
          <ChipLink removable selected href={hrefOf(path, address, { min: undefined, max: undefined })}>
            {priceRange(min, max)}
          </ChipLink>
        </li>
      ) : null}
      <li>
        <ChipLink href={hrefOf(path, address, { filters: {}, min: undefined, max: undefined })}>
          Clear all
        </ChipLink>
      </li>
    </ul>
  )
}

function priceRange(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return `Price from ${min}`
  return min === undefined ? `Price up to ${max}` : `Price ${min} to ${max}`
}
