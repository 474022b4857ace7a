import type { ProductTile } from '@mallhive/bff-home/router'
import { EmptyState, Grid, SectionHeading } from '@mallhive/design-system'
import { ProductTileCard } from './product-tile-card.tsx'
import styles from './section.module.css'

/** The shelf of featured products. */
export function Fresh({ products }: { products: ProductTile[] }) {
  return (
    <section className={styles.section} id="fresh" aria-labelledby="fresh-title">
      <SectionHeading id="fresh-title" title="Shop favourites" lead="Hand-picked from every shop." />
      {products.length > 0 ? (
        <Grid>
          {products.map((product) => (
            <li key={product.id}>
              <ProductTileCard product={product} />
            </li>
          ))}
        </Grid>
      ) : (
        <EmptyState title="The shops are setting up" headingLevel="h3">
          There are no products to show yet. You can browse the categories in the meantime.
        </EmptyState>
      )}
    </section>
  )
}
