import { ChipLink } from '@mallhive/design-system'
import { useQuery } from '@tanstack/react-query'
import { bff } from '../bff.ts'
import { useMessages } from '../messages.ts'
import styles from './category-links.module.css'

/** The top-level categories as a way on; nothing while they are not known. */
export function CategoryLinks() {
  const t = useMessages()
  const { data: categories = [] } = useQuery(bff.useTRPC().getNavigation.queryOptions())
  if (categories.length === 0) return null
  return (
    <ul className={styles.links} aria-label={t('categories.label')}>
      {categories.map(({ slug, name, lang }) => (
        <li key={slug}>
          <ChipLink href={`/c/${slug}`} lang={lang}>
            {name}
          </ChipLink>
        </li>
      ))}
    </ul>
  )
}
