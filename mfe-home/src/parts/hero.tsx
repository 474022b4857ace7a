import type { ProductTile } from '@mallhive/bff-home/router'
import { LinkButton } from '@mallhive/design-system'
import { Mosaic } from './mosaic.tsx'
import styles from './hero.module.css'

type HeroProps = { mosaic: ProductTile[]; productCount: number | undefined; shops: number | undefined }

/** The hero of the front page: a heading and a mosaic of products. */
export function Hero({ mosaic, productCount, shops }: HeroProps) {
  return (
    <section className={styles.hero} aria-label="Welcome">
      <div className={styles.words}>
        <h1 className={styles.title}>Small shops, one&nbsp;roof</h1>
        <p className={styles.lead}>
          Things worth keeping, from people who make them or choose them well. One cart and one checkout,
          however many shops you visit.
        </p>
        <div className={styles.actions}>
          {mosaic.length > 0 ? (
            <LinkButton href="#fresh" variant="primary" size="l">
              See the favourites
            </LinkButton>
          ) : null}
          {shops ? (
            <LinkButton href="#shops" variant="quiet" size="l">
              Meet the shops
            </LinkButton>
          ) : null}
        </div>
      </div>
      <Mosaic products={mosaic} productCount={productCount} shops={shops} />
    </section>
  )
}
