import type { CategoryTile } from '@mallhive/bff-home/router'
import { Anchor, Cell, Picture } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import styles from './category-card.module.css'

/** A top-level category: its name, its subcategories and a picture. */
export function CategoryCard({ category }: { category: CategoryTile }) {
  const t = useMessages()
  const { slug, name, lang, hue, picture, productCount, children } = category
  return (
    <Cell hue={hue} className={styles.card}>
      <div className={styles.words}>
        <h3 className={styles.name}>
          <Anchor href={`/c/${slug}`} className={styles.link} lang={lang}>
            {name}
          </Anchor>
        </h3>
        <p className={styles.count}>{t('categories.products', { count: productCount })}</p>
        {children.length > 0 ? (
          <ul className={styles.children}>
            {children.map((child) => (
              <li key={child.slug}>
                <Anchor href={`/c/${child.slug}`} className={styles.child} lang={child.lang}>
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
