import type { Step } from '@mallhive/bff-catalog/router'
import { Grid, Icon, Pagination, icons } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import type { MouseEvent } from 'react'
import { hrefOf } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { ChosenFilters, isPriced } from './chosen-filters.tsx'
import { EmptyList, type EmptyListProps } from './empty-list.tsx'
import { FilterPanel } from './filter-panel.tsx'
import type { ListProps } from './list-props.ts'
import { PriceRefused } from './price-refused.tsx'
import { ProductTile } from './product-tile.tsx'
import { ScopedSearch } from './scoped-search.tsx'
import { SortForm } from './sort-form.tsx'
import { UnappliedFilters } from './unapplied-filters.tsx'
import styles from './product-list.module.css'

const firstRow = 4

type ProductListProps = ListProps &
  Pick<EmptyListProps, 'scope' | 'elsewhere'> & {
    /** Called with the SKU of a product that was put in the cart from here. */
    onAdded?: (sku: string) => void
  }

/**
 * Products with filters, sorting and paging. Every choice is a link, so every state has a URL. Links to other pages are numbers,
 * for robots and for other days; a click follows the cursor, which no write between two pages moves.
 */
export function ProductList({ path, address, category, list, scope, elsewhere, onAdded }: ProductListProps) {
  const t = useMessages()
  const { navigate } = useShell()
  const { products, total, prices, page, pages, next, previous } = list
  const hrefTo = (step: Step | undefined) =>
    step && hrefOf(path, address, step.isNumbered ? { page: step.page } : step)
  const follow = (event: MouseEvent, step: Step | undefined) => {
    if (!step || step.page === 1 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(hrefOf(path, address, step))
  }
  const chosen = Object.values(address.filters).flat().length + (isPriced(prices) ? 1 : 0)
  return (
    <div className={styles.layout}>
      <FilterPanel path={path} address={address} category={category} list={list} />
      <section id="results" className={styles.results} aria-label={t('list.label')}>
        <div className={styles.bar}>
          {scope ? <ScopedSearch scope={scope} query={address.query} /> : null}
          <output className={styles.count}>{t('list.count', { count: total })}</output>
          <a href="#filters" className={styles.openFilters}>
            <Icon path={icons.filter} size={18} />
            {t('filters.open', { count: chosen })}
          </a>
          <SortForm path={path} address={address} list={list} />
        </div>
        <ChosenFilters path={path} address={address} list={list} />
        <UnappliedFilters address={address} list={list} />
        <PriceRefused address={address} errors={prices.errors} />
        {products.length === 0 ? (
          <EmptyList path={path} address={address} list={list} scope={scope} elsewhere={elsewhere} />
        ) : (
          <Grid>
            {products.map((product, index) => (
              <li key={product.id}>
                <ProductTile product={product} priority={index < firstRow} onAdded={onAdded} />
              </li>
            ))}
          </Grid>
        )}
        <Pagination
          previousHref={hrefTo(previous)}
          nextHref={hrefTo(next)}
          summary={t('list.page', { page, pages })}
          onPrevious={(event) => follow(event, previous)}
          onNext={(event) => follow(event, next)}
        />
      </section>
    </div>
  )
}
