import { Anchor, tint } from '@mallhive/design-system'
import { type LoaderContext, useShell } from '@mallhive/mfe-kit'
import { useQuery } from '@tanstack/react-query'
import { bff } from '../bff.ts'
import { useMessages } from '../category-nav-messages.ts'
import styles from './category-nav.module.css'

export async function loader(ctx: LoaderContext): Promise<void> {
  await ctx.queryClient.prefetchQuery(bff.options(ctx).getNavigation.queryOptions())
}

/** Navigation of the top-level categories, on every page. Reserves its height while the list is not available. */
export default function CategoryNav() {
  const t = useMessages()
  const { pathname } = useShell()
  const { data: categories = [] } = useQuery({
    ...bff.useTRPC().getNavigation.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <nav aria-label={t('label')} className={styles.nav}>
      <ul className={styles.list}>
        {categories.map((category) => {
          const paths = [category, ...category.children].map(({ slug }) => `/c/${slug}`)
          const here = paths.includes(pathname)
          return (
            <li key={category.slug} data-tint="" style={tint(category.hue)}>
              <Anchor
                href={`/c/${category.slug}`}
                className={styles.link}
                lang={category.lang}
                aria-current={here ? 'true' : undefined}
              >
                {category.name}
              </Anchor>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
