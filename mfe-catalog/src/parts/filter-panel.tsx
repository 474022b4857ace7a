import { Button, Icon } from '@mallhive/design-system'
import { FacetValues } from './facet-values.tsx'
import { PriceForm } from './price-form.tsx'
import type { ListProps } from './product-list.tsx'
import styles from './filter-panel.module.css'

const atFirst = 7

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
          <FacetValues path={path} address={address} facet={facet} values={facet.values.slice(0, atFirst)} />
          {facet.values.length > atFirst ? (
            <details>
              <summary className={styles.more}>{`${facet.values.length - atFirst} more`}</summary>
              <FacetValues path={path} address={address} facet={facet} values={facet.values.slice(atFirst)} />
            </details>
          ) : null}
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
