import type { ProductTile } from '@mallhive/bff-home/router'
import { EmptyState, Grid, SectionHeading } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import { ProductTileCard } from './product-tile-card.tsx'
import styles from './section.module.css'

/** The shelf of featured products. */
export function Fresh({ products }: { products: ProductTile[] }) {
  const t = useMessages()
  return (
    <section className={styles.section} id="fresh" aria-labelledby="fresh-title">
      <SectionHeading id="fresh-title" title={t('fresh.title')} lead={t('fresh.lead')} />
      {products.length > 0 ? (
        <Grid>
          {products.map((product) => (
            <li key={product.id}>
              <ProductTileCard product={product} />
            </li>
          ))}
        </Grid>
      ) : (
        <EmptyState title={t('fresh.empty.title')} headingLevel="h3">
          {t('fresh.empty.words')}
        </EmptyState>
      )}
    </section>
  )
}
