import type { CategoryTile } from '@mallhive/bff-home/router'
import { Anchor, Cell, Picture } from '@mallhive/design-system'
import styles from './hall.module.css'

/** A top-level category: its name, its subcategories and a picture. */
export function Hall({ category }: { category: CategoryTile }) {
  const { slug, name, hue, picture, productCount, children } = category
  return (
    <Cell hue={hue} className={styles.hall}>
      <div className={styles.words}>
        <h3 className={styles.name}>
          <Anchor href={`/c/${slug}`} className={styles.link}>
            {name}
          </Anchor>
        </h3>
        <p className={styles.count}>{productCount} things</p>
        {children.length > 0 ? (
          <ul className={styles.aisles}>
            {children.map((child) => (
              <li key={child.slug}>
                <Anchor href={`/c/${child.slug}`} className={styles.aisle}>
                  {child.name}
                </Anchor>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {picture ? <Picture {...picture} alt="" sizes="180px" className={styles.picture} /> : null}
    </Cell>
  )
}
