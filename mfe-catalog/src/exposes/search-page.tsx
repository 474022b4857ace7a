import { Anchor, PageHeading, PageWidth } from '@mallhive/design-system'
import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
import { useEffect } from 'react'
import { bff } from '../bff.ts'
import { type ListAddress, hrefOf, isNarrowed, shownAddress, readAddress } from '../list-address.ts'
import { type Scope, isScoped, scopeOf, wholeMall } from '../list-scope.ts'
import { messages, useMessages } from '../messages.ts'
import { NothingFound } from '../parts/nothing-found.tsx'
import { ProductList } from '../parts/product-list.tsx'
import { SearchNotes } from '../parts/search-notes.tsx'
import { SearchUnavailable } from '../parts/search-unavailable.tsx'
import { rememberSearch } from '../recent-searches.ts'
import { useLoggedSearch } from '../use-logged-search.ts'
import styles from './category-page.module.css'

export const cacheSeconds = 30

export async function loader(ctx: LoaderContext) {
  const asked = readAddress(ctx.search)
  const list = await listOf(ctx, asked)
  if (!list) {
    await prefetchCategories(ctx)
    return { state: 'unavailable', address: asked } as const
  }
  const address = shownAddress(asked, list)
  const isGone = isScoped(asked) && !isScoped(address)
  if (list.total > 0) return { state: 'list', list, address, isGone } as const
  const outside = address.query && scopeOf(address, list) ? outsideOf(address) : address
  const everywhere = outside === address ? list : await listOf(ctx, outside)
  if (!everywhere || everywhere.total > 0 || isNarrowed(outside))
    return { state: 'list', list, address, isGone, elsewhere: everywhere?.total } as const
  await Promise.all([prefetchCategories(ctx), ctx.fragment('home/recommendations', {})])
  return { state: 'nothing', list: everywhere, address: outside, isGone } as const
}

const outsideOf = (address: ListAddress): ListAddress => ({
  ...address,
  ...wholeMall(address),
  page: undefined,
  cursor: undefined,
})

/** Returns undefined for a query while search does not answer. */
async function listOf(ctx: LoaderContext, address: ListAddress) {
  const listed = bff.caller(ctx).listProducts.query(address)
  // Without a query the catalogue answers where search does not.
  const found = await (address.query ? listed.catch(unavailable) : listed)
  return found?.list
}

const prefetchCategories = (ctx: LoaderContext) =>
  ctx.queryClient.prefetchQuery(bff.options(ctx).getNavigation.queryOptions())

/** Returns undefined for a search that is down or too slow; every other failure is one of the page. */
function unavailable(error: Error & { data?: { httpStatus?: number } }): undefined {
  const { httpStatus = 0 } = error.data ?? {}
  if (httpStatus !== 503 && httpStatus !== 504) throw error
}

export function meta(data: Loaded<typeof loader>, ctx: LoaderContext): Meta {
  const t = messages(ctx)
  const { query } = data.address
  const scope = data.state === 'list' ? scopeOf(data.address, data.list) : undefined
  const everything = scope ? t('search.meta.scope', { scope: scope.label }) : t('search.meta.everything')
  return {
    title: query ? t('search.meta.query', { query }) : everything,
    lang: query ? undefined : scope?.lang,
    canonical: '/search',
    robots: 'noindex, follow',
    status: statusOf(data),
  }
}

function statusOf(data: Loaded<typeof loader>): number | undefined {
  if (data.state === 'unavailable') return 503
  return data.list.isBeyond || data.isGone ? 404 : undefined
}

export default function SearchPage({ data }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const { state, address } = data
  const { query } = address
  const hasResults = state === 'list' && data.list.total > 0
  useEffect(() => {
    if (query && hasResults) rememberSearch(query)
  }, [query, hasResults])
  const onAdded = useLoggedSearch(address, state === 'unavailable' ? undefined : data.list)
  if (state === 'unavailable') return <SearchUnavailable address={address} />
  const { list } = data
  if (state === 'nothing') return <NothingFound path="/search" address={address} list={list} />
  const scope = scopeOf(address, list)
  return (
    <PageWidth className={styles.page}>
      <div className={styles.head}>
        <PageHeading title={<Title query={query && (list.understood?.shown ?? query)} scope={scope} />} />
        {query && scope && list.total > 0 ? (
          <p>
            <Anchor href={hrefOf('/search', address, wholeMall(address))}>{t('scope.leave')}</Anchor>
          </p>
        ) : null}
        <SearchNotes path="/search" address={address} list={list} />
      </div>
      <ProductList
        path="/search"
        address={address}
        list={list}
        scope={scope}
        elsewhere={data.elsewhere}
        onAdded={onAdded}
      />
    </PageWidth>
  )
}

function Title({ query, scope }: { query?: string; scope?: Scope }) {
  const t = useMessages()
  if (query) return scope ? t('search.title.in', { query, scope: scope.label }) : t('search.title', { query })
  if (!scope) return t('search.everything')
  return (
    <span lang={scope.lang} translate={scope.facet === 'seller' ? 'no' : undefined}>
      {scope.label}
    </span>
  )
}
