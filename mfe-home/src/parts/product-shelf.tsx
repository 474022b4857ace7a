import type { ProductTile } from '@mallhive/bff-home/router'
import type { ReactNode } from 'react'
import { ProductTileCard } from './product-tile-card.tsx'
import styles from './product-shelf.module.css'

/** One row of products under a heading: five on a wide page, scrollable on a phone. */
export function ProductShelf({ heading, products }: { heading: ReactNode; products: ProductTile[] }) {
  return (
    <section className={styles.section}>
      {heading}
      <ul className={styles.shelf}>
        {products.map((product) => (
          <li key={product.id} className={styles.item}>
            <ProductTileCard product={product} sizes="(min-width: 64rem) 240px, 44vw" />
          </li>
        ))}
      </ul>
    </section>
  )
}
