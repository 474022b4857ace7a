import type { ProductTile } from '@mallhive/bff-home/router'
import { Amount, Anchor, Cell, Picture, classes } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import { useMessages } from '../messages.ts'
import styles from './mosaic.module.css'

/** Hues of empty cells, so that the mosaic keeps its colours without products. */
const emptyHues = [55, 265, 150, 15, 205, 300, 80, 125]

const sizes = {
  big: '(min-width: 56rem) 360px, 50vw',
  middle: '(min-width: 56rem) 240px, 33vw',
  small: '(min-width: 56rem) 120px, 17vw',
}

type MosaicProps = { products: ProductTile[]; productCount: number | undefined; shops: number | undefined }

/** A grid of cells: one large, two medium, five small ones, and two with counts. */
export function Mosaic({ products, productCount, shops }: MosaicProps) {
  return (
    <ul className={styles.wall}>
      {emptyHues.map((hue, index) => {
        const product = products[index]
        const size = index === 0 ? 'big' : index < 3 ? 'middle' : 'small'
        return (
          <li key={hue} className={classes(styles.place, styles[size])}>
            {product ? (
              <MosaicPicture product={product} size={size} />
            ) : (
              <Cell hue={hue} className={styles.cell} />
            )}
          </li>
        )
      })}
      <Figure count={productCount} unit="figure.items" className={styles.honey} />
      <Figure count={shops} unit="figure.shops" className={styles.dark} />
    </ul>
  )
}

function MosaicPicture({ product, size }: { product: ProductTile; size: keyof typeof sizes }) {
  const { locale } = useShell()
  const { price, picture } = product
  return (
    <Anchor
      href={`/p/${product.slug}`}
      className={styles.link}
      aria-label={size === 'big' ? undefined : product.title}
      title={product.title}
      lang={product.lang}
    >
      <Cell hue={product.hue} className={styles.cell}>
        {picture ? (
          <Picture
            {...picture}
            alt=""
            sizes={sizes[size]}
            priority={size === 'big'}
            className={styles.picture}
          />
        ) : null}
        {size === 'big' ? (
          <span className={styles.label}>
            <span className={styles.name} lang={product.lang}>
              {product.title}
            </span>
            <Amount
              size="s"
              minor={price.minor}
              currency={price.currency}
              locale={locale}
              from={price.from}
            />
          </span>
        ) : null}
      </Cell>
    </Anchor>
  )
}

function Figure({
  count,
  unit,
  className,
}: {
  count: number | undefined
  unit: 'figure.items' | 'figure.shops'
  className?: string
}) {
  const t = useMessages()
  return (
    <li className={classes(styles.place, styles.figure, className)} aria-hidden={count ? undefined : true}>
      {count ? t(unit, { count, n: digits }) : null}
    </li>
  )
}

const digits = (children: ReactNode) => <span className={styles.count}>{children}</span>
