import type { CategoryTile } from '@mallhive/bff-home/router'
import { SectionHeading } from '@mallhive/design-system'
import { Hall } from './hall.tsx'
import styles from './halls.module.css'

/** Links to the top-level categories. */
export function Halls({ categories }: { categories: CategoryTile[] }) {
  return (
    <section className={styles.section} aria-labelledby="halls-title">
      <SectionHeading id="halls-title" title="Walk the halls" />
      <ul className={styles.halls}>
        {categories.map((category) => (
          <li key={category.slug}>
            <Hall category={category} />
          </li>
        ))}
      </ul>
    </section>
  )
}
