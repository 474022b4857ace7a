import type { CategoryTile } from '@mallhive/bff-home/router'
import { SectionHeading } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import { CategoryCard } from './category-card.tsx'
import styles from './category-cards.module.css'

/** Links to the top-level categories. */
export function CategoryCards({ categories }: { categories: CategoryTile[] }) {
  const t = useMessages()
  return (
    <section className={styles.section} aria-labelledby="categories-title">
      <SectionHeading id="categories-title" title={t('categories.title')} />
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
