import { Breadcrumbs, PageWidth, tint } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, notFound } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { hrefOf, isNarrowed, shownAddress, readAddress } from '../list-address.ts'
import { messages, useMessages } from '../messages.ts'
import type { Translate } from '../messages.ts'
import { breadcrumbData } from '../parts/breadcrumb-data.ts'
import { CategoryBanner } from '../parts/category-banner.tsx'
import { ProductList } from '../parts/product-list.tsx'
import styles from './category-page.module.css'

export const cacheSeconds = 30

export async function loader(ctx: LoaderContext) {
  const address = readAddress({ ...ctx.search, q: undefined })
  const slug = ctx.params['slug'] ?? ''
  const found = await bff.caller(ctx).listProducts.query({ ...address, category: slug })
  if (!found.category) notFound()
  return { ...found, category: found.category, address: shownAddress(address, found.list) }
}

export function meta({ category, address, list, origin }: Loaded<typeof loader>, ctx: LoaderContext): Meta {
  const t = messages(ctx)
  const { name, slug } = category
  const { page, isNumbered, isBeyond } = list
  const isOtherList = isNarrowed(address) || address.sort !== 'relevance'
  // A place without a number is of this moment only.
  const isUnnumbered = !isNumbered || (address.cursor && !address.page)
  return {
    title: page > 1 ? t('meta.title.page', { name, page }) : t('meta.title', { name }),
    lang: category.lang,
    description: category.description,
    canonical: hrefOf(`/c/${slug}`, { filters: {}, sort: 'relevance' }, { page }),
    robots: isBeyond || isOtherList || isUnnumbered ? 'noindex, follow' : undefined,
    status: isBeyond ? 404 : undefined,
    // Linked data is written on the server only: browsers do not load the code for it.
    ...(typeof window === 'undefined' && { jsonLd: breadcrumbData(origin, crumbs(category, t)) }),
  }
}

export default function CategoryPage({ data }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const { category, list, address } = data
  const { slug, name, lang } = category
  const path = `/c/${slug}`
  const scope = { facet: 'category' as const, value: slug, label: name, lang }
  return (
    <PageWidth className={styles.page} data-tint="" style={tint(category.hue)}>
      <div className={styles.head}>
        <Breadcrumbs items={crumbs(category, t)} />
        <CategoryBanner category={category} />
      </div>
      <ProductList path={path} address={address} category={slug} list={list} scope={scope} />
    </PageWidth>
  )
}

function crumbs(category: Loaded<typeof loader>['category'], t: Translate) {
  return [
    { label: t('breadcrumbs.home'), href: '/' },
    ...(category.parent
      ? [
          {
            label: category.parent.name,
            lang: category.parent.lang,
            href: `/c/${category.parent.slug}`,
          },
        ]
      : []),
    { label: category.name, lang: category.lang, href: `/c/${category.slug}` },
  ]
}
