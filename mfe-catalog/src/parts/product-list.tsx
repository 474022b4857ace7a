import { EmptyState, Grid, Icon, LinkButton, Pagination, icons } from '@mallhive/design-system'
import { hrefOf, isNarrowed, unfiltered } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { ChosenFilters } from './chosen-filters.tsx'
import { FilterPanel } from './filter-panel.tsx'
import type { ListProps } from './list-props.ts'
import { PriceRefused } from './price-refused.tsx'
import { ProductTile } from './product-tile.tsx'
import { SortForm } from './sort-form.tsx'
import styles from './product-list.module.css'

const firstRow = 4

/** Products with filters, sorting and paging. Every choice is a link, so every state has a URL. */
export function ProductList({ path, address, category, list }: ListProps) {
  const t = useMessages()
  const { products, total, prices, next, previous } = list
  const chosen = Object.values(address.filters).flat().length + (address.min || address.max ? 1 : 0)
  return (
    <div className={styles.layout}>
      <FilterPanel path={path} address={address} category={category} list={list} />
      <section id="results" className={styles.results} aria-label={t('list.label')}>
        <div className={styles.bar}>
          <output className={styles.count}>{t('list.count', { count: total })}</output>
          <a href="#filters" className={styles.openFilters}>
            <Icon path={icons.filter} size={18} />
            {t('filters.open', { count: chosen })}
          </a>
          <SortForm path={path} address={address} />
        </div>
        <ChosenFilters path={path} address={address} list={list} />
        <PriceRefused address={address} errors={prices.errors} />
        {products.length === 0 ? (
          <EmptyState
            title={t('list.empty.title')}
            action={
              isNarrowed(address) ? (
                <LinkButton href={hrefOf(path, address, unfiltered(address, list))}>
                  {t('list.empty.clear')}
                </LinkButton>
              ) : (
                <LinkButton href="/">{t('empty.browse')}</LinkButton>
              )
            }
          >
            {t('list.empty.words')}
          </EmptyState>
        ) : (
          <Grid>
            {products.map((product, index) => (
              <li key={product.id}>
                <ProductTile product={product} priority={index < firstRow} />
              </li>
            ))}
          </Grid>
        )}
        <Pagination
          previousHref={previous && hrefOf(path, address, { cursor: previous })}
          nextHref={next && hrefOf(path, address, { cursor: next })}
        />
      </section>
    </div>
  )
}
