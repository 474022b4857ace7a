import type { CategoryView } from '@mallhive/bff-catalog/router'
import { ChipLink, PageHeading, Picture, classes } from '@mallhive/design-system'
import styles from './category-banner.module.css'

/** Banner of a category: its name, colour and a picture. */
export function CategoryBanner({ category }: { category: CategoryView }) {
  const { name, description, lang, children, image } = category
  return (
    <div className={classes(styles.banner, children.length > 0 && styles.parent)}>
      <div className={styles.words} lang={lang}>
        <PageHeading title={name} lead={description} />
      </div>
      {children.length > 0 ? (
        <ul className={styles.children}>
          {children.map((child) => (
            <li key={child.slug}>
              <ChipLink href={`/c/${child.slug}`} count={child.productCount}>
                <span lang={child.lang}>{child.name}</span>
              </ChipLink>
            </li>
          ))}
        </ul>
      ) : null}
      {image ? (
        <Picture {...image} alt="" sizes="(min-width: 48rem) 176px, 104px" className={styles.picture} />
      ) : null}
    </div>
  )
}
