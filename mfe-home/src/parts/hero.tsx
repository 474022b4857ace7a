import type { ProductTile } from '@mallhive/bff-home/router'
import { LinkButton } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import { Mosaic } from './mosaic.tsx'
import styles from './hero.module.css'

type HeroProps = { mosaic: ProductTile[]; productCount: number | undefined; shops: number | undefined }

/** The hero of the front page: a heading and a mosaic of products. */
export function Hero({ mosaic, productCount, shops }: HeroProps) {
  const t = useMessages()
  return (
    <section className={styles.hero} aria-label={t('hero.label')}>
      <div className={styles.words}>
        <h1 className={styles.title}>{t('hero.title')}</h1>
        <p className={styles.lead}>{t('hero.lead')}</p>
        <div className={styles.actions}>
          {mosaic.length > 0 ? (
            <LinkButton href="#fresh" variant="primary" size="l">
              {t('hero.favourites')}
            </LinkButton>
          ) : null}
          {shops ? (
            <LinkButton href="#shops" variant="quiet" size="l">
              {t('hero.shops')}
            </LinkButton>
          ) : null}
        </div>
      </div>
      <Mosaic products={mosaic} productCount={productCount} shops={shops} />
    </section>
  )
}
