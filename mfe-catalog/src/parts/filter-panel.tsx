import { Anchor, Button, Icon } from '@mallhive/design-system'
import { hrefOf, toggled } from '../list-address.ts'
import { PriceForm } from './price-form.tsx'
import type { ListProps } from './product-list.tsx'
import styles from './filter-panel.module.css'

/**
 * The facets: a sidebar, and on phones a sheet that its address opens (`#filters`), so that it needs no script and the
 * back button closes it.
 */
export function FilterPanel({ path, address, list }: ListProps) {
  return (
    <aside id="filters" tabIndex={-1} aria-label="Filters" className={styles.panel}>
      <div className={styles.sheetBar}>
        <p className={styles.sheetTitle}>Filters</p>
        <a href="#results" className={styles.done}>
          Done
        </a>
      </div>
      {list.facets.map((facet) => (
        <details key={facet.name} open className={styles.facet}>
          <summary className={styles.summary}>
            {facet.label}
            <Icon name="chevron-down" size={16} />
          </summary>
          <ul className={styles.values}>
            {facet.values.map(({ value, label, count, selected }) => (
              <li key={value}>
                <Anchor
                  href={hrefOf(path, address, { filters: toggled(address, facet.name, value) })}
                  aria-current={selected ? 'true' : undefined}
                  className={styles.value}
                  rel="nofollow"
                >
                  <span className={styles.box}>{selected ? <Icon name="check" size={14} /> : null}</span>
                  <span>{label}</span>
                  <span className={styles.count}>{count}</span>
                </Anchor>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <PriceForm
        path={path}
        address={address}
        prices={list.prices}
        submit={
          <Button type="submit" size="s">
            Apply
          </Button>
        }
      />
    </aside>
  )
}
