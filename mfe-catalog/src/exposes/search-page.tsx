import type { ListView } from '@mallhive/bff-catalog/router'
import { EmptyState, LinkButton, PageHeading, PageWidth } from '@mallhive/design-system'
import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
import { Remote } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { isNarrowed, knownFilters, readAddress } from '../list-address.ts'
import { messages, useMessages } from '../messages.ts'
import { ProductList } from '../parts/product-list.tsx'
import styles from './category-page.module.css'

export const cacheSeconds = 30

export async function loader(ctx: LoaderContext) {
  const asked = readAddress(ctx.search)
  const { list } = await bff.caller(ctx).listProducts.query(asked)
  const address = knownFilters(asked, list)
  const nothing = list.total === 0 && !isNarrowed(address)
  if (nothing) await ctx.fragment('home/recommendations', {})
  return { list, address, nothing }
}

export function meta({ address, list }: Loaded<typeof loader>, ctx: LoaderContext): Meta {
  const t = messages(ctx)
  const { query } = address
  const shop = onlyShop(list)
  const everything = shop ? t('search.meta.shop', { shop }) : t('search.meta.everything')
  return {
    title: query ? t('search.meta.query', { query }) : everything,
    canonical: '/search',
    robots: 'noindex, follow',
  }
}

export default function SearchPage({ data: { list, address, nothing } }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const { query } = address
  if (nothing) return <NothingFound query={query} />
  const shop = onlyShop(list)
  const everything = shop ? <span translate="no">{shop}</span> : t('search.everything')
  return (
    <PageWidth className={styles.page}>
      <PageHeading title={query ? t('search.title', { query }) : everything} />
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

function NothingFound({ query = '' }: { query?: string }) {
  const t = useMessages()
  return (
    <PageWidth className={styles.page}>
      <EmptyState
        headingLevel="h1"
        title={t('search.nothing.title', { query })}
        action={<LinkButton href="/">{t('empty.browse')}</LinkButton>}
      >
        {t('search.nothing.words')}
      </EmptyState>
      <Remote name="home/recommendations" title={t('search.popular')} />
    </PageWidth>
  )
}
