import { Anchor, tint } from '@mallhive/design-system'
import { type LoaderContext, useShell } from '@mallhive/mfe-kit'
import { useQuery } from '@tanstack/react-query'
import { bff } from '../bff.ts'
import styles from './category-nav.module.css'

export async function loader(ctx: LoaderContext): Promise<void> {
  await ctx.queryClient.prefetchQuery(bff.options(ctx).getNavigation.queryOptions())
}

/** Navigation of the halls, on every page. Reserves its height while the list is not available. */
export default function CategoryNav() {
  const { pathname } = useShell()
  const { data: halls = [] } = useQuery({
    ...bff.useTRPC().getNavigation.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <nav aria-label="Halls" className={styles.nav}>
      <ul className={styles.halls}>
        {halls.map((hall) => {
          const paths = [hall, ...hall.children].map(({ slug }) => `/c/${slug}`)
          const here = paths.includes(pathname)
          return (
            <li key={hall.slug} data-tint="" style={tint(hall.hue)}>
              <Anchor
                href={`/c/${hall.slug}`}
                className={styles.hall}
                aria-current={here ? 'true' : undefined}
              >
                {hall.name}
              </Anchor>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
