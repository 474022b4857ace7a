import type { CategoryTile } from '@mallhive/bff-home/router'
import { SectionHeading } from '@mallhive/design-system'
import { CategoryCard } from './category-card.tsx'
import styles from './category-cards.module.css'

/** Links to the top-level categories. */
export function CategoryCards({ categories }: { categories: CategoryTile[] }) {
  return (
    <section className={styles.section} aria-labelledby="categories-title">
      <SectionHeading id="categories-title" title="Browse categories" />
      <ul className={styles.cards}>
        {categories.map((category) => (
          <li key={category.slug}>
            <CategoryCard category={category} />
          </li>
        ))}
      </ul>
    </section>
  )
}
