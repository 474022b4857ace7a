import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'
import { Cell, Picture } from '@mallhive/design-system'
import { useState } from 'react'
import styles from './gallery.module.css'

/** The chosen variant's picture, large, and the others to look at. */
export function Gallery({ product, variant }: { product: ProductView; variant: VariantView }) {
  const own = variant.image ? [variant.image] : []
  const pictures = [...own, ...product.images.filter(({ path }) => path !== variant.image?.path)]
  const [shown, setShown] = useState(0)
  const picture = pictures[shown] ?? pictures[0]
  return (
    <div className={styles.gallery}>
      <Cell className={styles.stage}>
        {picture ? (
          <Picture
            {...picture}
            alt={picture.alt || product.title}
            sizes="(min-width: 56rem) 640px, 92vw"
            priority
            transitionName="mall-picture"
            className={styles.large}
          />
        ) : null}
      </Cell>
      {pictures.length > 1 ? (
        <ul className={styles.thumbs} aria-label="Pictures">
          {pictures.map((each, index) => (
            <li key={each.path}>
              <button
                type="button"
                className={styles.thumb}
                aria-pressed={index === shown}
                aria-label={`Picture ${index + 1} of ${pictures.length}`}
                onClick={() => setShown(index)}
              >
                <Picture {...each} alt="" sizes="80px" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
