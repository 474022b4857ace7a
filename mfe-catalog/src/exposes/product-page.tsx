import { Breadcrumbs, PageWidth, tint } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, notFound, redirect, Remote } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { chooseVariant } from '../choose-variant.ts'
import { messages, useMessages } from '../messages.ts'
import type { Translate } from '../messages.ts'
import { breadcrumbData } from '../parts/breadcrumb-data.ts'
import { BuyBox } from '../parts/buy-box.tsx'
import { Gallery } from '../parts/gallery.tsx'
import { productData } from '../parts/product-data.ts'
import { ProductStory } from '../parts/product-story.tsx'
import styles from './product-page.module.css'

export const cacheSeconds = 30

export async function loader(ctx: LoaderContext) {
  const slug = ctx.params['slug'] ?? ''
  const { product, origin } = await bff.caller(ctx).getProduct.query({ slug })
  if (product.slug !== slug) redirect(`/p/${product.slug}`, { permanent: true })
  const variant = chooseVariant(product, ctx.search)
  if (!variant) notFound()
  await Promise.all([
    ctx.fragment('cart/add-to-cart', { sku: variant.sku }),
    ctx.fragment('home/recommendations', { productIds: [product.id] }),
  ])
  return { product, variant, origin }
}

export function meta({ product, variant, origin }: Loaded<typeof loader>, ctx: LoaderContext): Meta {
  const t = messages(ctx)
  const image = variant.image ?? product.images[0]
  return {
    title: t('meta.title', { name: product.title }),
    lang: product.lang,
    description: product.description.split('\n')[0]?.slice(0, 200),
    canonical: `/p/${product.slug}`,
    image: image && `/media/${image.path}-${image.widths.at(-1)}.webp`,
    // Linked data is written on the server only: browsers do not load the code for it.
    ...(typeof window === 'undefined' && {
      jsonLd: [productData(product, origin), breadcrumbData(origin, crumbs(product, t))],
    }),
  }
}

export default function ProductPage({ data: { product, variant } }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  return (
    <PageWidth className={styles.page} data-tint="" style={tint(product.hue)}>
      <Breadcrumbs items={crumbs(product, t)} />
      <div className={styles.top}>
        <Gallery key={variant.sku} product={product} variant={variant} />
        <BuyBox product={product} variant={variant} />
      </div>
      <ProductStory product={product} />
      <Remote name="home/recommendations" productIds={[product.id]} title={t('product.similar')} />
    </PageWidth>
  )
}

function crumbs({ category, title, lang, slug }: Loaded<typeof loader>['product'], t: Translate) {
  return [
    { label: t('breadcrumbs.home'), href: '/' },
    { label: category.name, lang: category.lang, href: `/c/${category.slug}` },
    { label: title, lang, href: `/p/${slug}` },
  ]
}
