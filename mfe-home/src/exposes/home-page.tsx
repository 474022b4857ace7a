import { PageWidth } from '@mallhive/design-system'
import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages } from '../messages.ts'
import { Fresh } from '../parts/fresh.tsx'
import { CategoryCards } from '../parts/category-cards.tsx'
import { Hero } from '../parts/hero.tsx'
import { forMosaic } from '../parts/for-mosaic.ts'
import { RecentlyViewed } from '../parts/recently-viewed.tsx'
import { ShelvesClosed } from '../parts/shelves-closed.tsx'
import { Shops } from '../parts/shops.tsx'
import styles from './home-page.module.css'

const onShow = 10

export const cacheSeconds = 30

export async function loader(ctx: LoaderContext) {
  const { origin, categories, featured, shops } = await bff
    .caller(ctx)
    .getFront.query()
    // The page renders without data when the BFF fails, which has logged the cause.
    .catch(() => ({ origin: undefined, categories: undefined, featured: undefined, shops: undefined }))
  const mosaic = forMosaic(featured ?? [])
  const fresh = featured?.filter((product) => !mosaic.includes(product)).slice(0, onShow)
  return { origin, categories, mosaic, fresh, shops }
}

export function meta({ origin }: Loaded<typeof loader>, ctx: LoaderContext): Meta {
  const t = messages(ctx)
  return {
    title: t('meta.title'),
    description: t('meta.description'),
    canonical: '/',
    // Linked data is written on the server only: browsers do not load the code for it.
    ...(typeof window === 'undefined' && origin && { jsonLd: siteData(origin) }),
  }
}

function siteData(origin: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'MallHive',
    url: `${origin}/`,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${origin}/search?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  }
}

export default function HomePage({ data }: { data: Loaded<typeof loader> }) {
  const { categories, mosaic, fresh, shops } = data
  const productCount = categories?.reduce((sum, category) => sum + category.productCount, 0)
  return (
    <PageWidth className={styles.page}>
      <Hero mosaic={mosaic} productCount={productCount} shops={shops?.length} />
      {categories && fresh && shops ? null : <ShelvesClosed />}
      {categories ? <CategoryCards categories={categories} /> : null}
      {fresh ? <Fresh products={fresh} /> : null}
      <RecentlyViewed />
      {shops ? <Shops shops={shops} /> : null}
    </PageWidth>
  )
}
