import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'
import { Picture } from '@mallhive/design-system'
import { useState } from 'react'
import { useMessages } from '../messages.ts'
import styles from './gallery.module.css'
import { LargePicture } from './large-picture.tsx'

/** The chosen variant's picture, and thumbnails of the others. */
export function Gallery({ product, variant }: { product: ProductView; variant: VariantView }) {
  const t = useMessages()
  const own = variant.image ? [variant.image] : []
  const pictures = [...own, ...product.images.filter(({ path }) => path !== variant.image?.path)]
  const [shown, setShown] = useState(0)
  return (
    <div className={styles.gallery}>
      <LargePicture pictures={pictures} title={product.title} shown={shown} onShow={setShown} />
      {pictures.length > 1 ? (
        <ul className={styles.thumbs} aria-label={t('pictures.label')}>
          {pictures.map((each, index) => (
            <li key={each.path}>
              <button
                type="button"
                className={styles.thumb}
                aria-pressed={index === shown}
                aria-label={t('picture.number', { number: index + 1, count: pictures.length })}
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
