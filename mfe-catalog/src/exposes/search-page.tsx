import { EmptyState, LinkButton, PageHeading, PageWidth } from '@mallhive/design-system'
import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
import { Remote } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { isNarrowed, knownFilters, readAddress } from '../list-address.ts'
import { ProductList } from '../parts/product-list.tsx'
import styles from './category-page.module.css'

export async function loader(ctx: LoaderContext) {
  const asked = readAddress(ctx.search)
  const { list } = await bff.caller(ctx).listProducts.query(asked)
  const address = knownFilters(asked, list)
  const nothing = list.total === 0 && !isNarrowed(address)
  if (nothing) await ctx.fragment('home/recommendations', {})
  return { list, address, nothing }
}

export function meta({ address }: Loaded<typeof loader>): Meta {
  return {
    title: address.query ? `“${address.query}” · MallHive` : 'Everything · MallHive',
    canonical: '/search',
    robots: 'noindex, follow',
  }
}

export default function SearchPage({ data: { list, address, nothing } }: { data: Loaded<typeof loader> }) {
  if (nothing) return <NothingFound query={address.query} />
  return (
    <PageWidth className={styles.page}>
      <PageHeading title={address.query ? `Results for “${address.query}”` : 'Everything in the mall'} />
      <ProductList path="/search" address={address} list={list} />
    </PageWidth>
  )
}

function NothingFound({ query = '' }: { query?: string }) {
  return (
    <PageWidth className={styles.page}>
      <EmptyState
        headingLevel="h1"
        title={`No results for “${query}”`}
        action={<LinkButton href="/">Browse categories</LinkButton>}
      >
        Try fewer or more general words, or see what other shoppers like.
      </EmptyState>
      <Remote name="home/recommendations" title="Popular products" />
    </PageWidth>
  )
}
