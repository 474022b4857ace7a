import type { ShopTile } from '@mallhive/bff-home/router'
import { Cell, Picture, tint } from '@mallhive/design-system'
import styles from './stall.module.css'

/** A shop drawn as a market stall: an awning in its colour, its name and pictures of products. */
export function Stall({ shop }: { shop: ShopTile }) {
  return (
    <article className={styles.stall} data-tint="" style={tint(shop.hue)}>
      <div className={styles.awning} aria-hidden="true" />
      <div className={styles.words}>
        <h3 className={styles.name} translate="no">
          {shop.name}
        </h3>
        <p className={styles.place}>{shop.city}</p>
        <p className={styles.about} lang={shop.aboutLang}>
          {shop.about}
        </p>
      </div>
      {shop.pictures.length > 0 ? (
        <Cell className={styles.counter}>
          {shop.pictures.map((picture) => (
            <Picture key={picture.path} {...picture} alt="" sizes="76px" className={styles.picture} />
          ))}
        </Cell>
      ) : null}
    </article>
  )
}
