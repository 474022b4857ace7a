import type { ListView } from '@mallhive/bff-catalog/router'
import { PageHeading, PageWidth } from '@mallhive/design-system'
import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
import { useEffect } from 'react'
import { bff } from '../bff.ts'
import { isNarrowed, knownFilters, readAddress } from '../list-address.ts'
import { messages, useMessages } from '../messages.ts'
import { NothingFound } from '../parts/nothing-found.tsx'
import { ProductList } from '../parts/product-list.tsx'
import { SearchNotes } from '../parts/search-notes.tsx'
import { SearchUnavailable } from '../parts/search-unavailable.tsx'
import { rememberSearch } from '../recent-searches.ts'
import styles from './category-page.module.css'

export const cacheSeconds = 30

export async function loader(ctx: LoaderContext) {
  const asked = readAddress(ctx.search)
  const listed = bff.caller(ctx).listProducts.query(asked)
  // Without a query the catalogue answers, not search.
  const found = await (asked.query ? listed.catch(unavailable) : listed)
  if (!found) {
    await prefetchCategories(ctx)
    return { state: 'unavailable', address: asked } as const
  }
  const { list } = found
  const address = knownFilters(asked, list)
  if (list.total > 0 || isNarrowed(address)) return { state: 'list', list, address } as const
  await Promise.all([prefetchCategories(ctx), ctx.fragment('home/recommendations', {})])
  return { state: 'nothing', list, address } as const
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
  const shop = data.state === 'list' && onlyShop(data.list)
  const everything = shop ? t('search.meta.shop', { shop }) : t('search.meta.everything')
  return {
    title: query ? t('search.meta.query', { query }) : everything,
    canonical: '/search',
    robots: 'noindex, follow',
    status: data.state === 'unavailable' ? 503 : undefined,
  }
}

export default function SearchPage({ data }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const { state, address } = data
  const { query } = address
  const hasResults = state === 'list' && data.list.total > 0
  useEffect(() => {
    if (query && hasResults) rememberSearch(query)
  }, [query, hasResults])
  if (state === 'unavailable') return <SearchUnavailable address={address} />
  const { list } = data
  if (state === 'nothing') return <NothingFound path="/search" address={address} list={list} />
  const shop = onlyShop(list)
  const everything = shop ? <span translate="no">{shop}</span> : t('search.everything')
  return (
    <PageWidth className={styles.page}>
      <div className={styles.head}>
        <PageHeading
          title={query ? t('search.title', { query: list.understood?.shown ?? query }) : everything}
        />
        <SearchNotes path="/search" address={address} list={list} />
      </div>
      <ProductList path="/search" address={address} list={list} />
    </PageWidth>
  )
}

/** Returns the name of the shop when the list holds the products of one only. */
function onlyShop({ facets }: ListView): string | undefined {
  const [shop, ...others] =
    facets.find(({ name }) => name === 'seller')?.values.filter(({ selected }) => selected) ?? []
  return others.length === 0 ? shop?.label : undefined
}
