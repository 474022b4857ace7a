import { timestampMs } from '@bufbuild/protobuf/wkt'
import type { Category, Image, Product, ProductTranslation, Tag } from '@mallhive/contracts/catalog'
import { isCurrency } from '@mallhive/contracts/currencies'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { minorOf } from '@mallhive/contracts/money'
import type { Amendment, DocumentPrice, DocumentTexts, ProductDocument } from '../index/document.ts'
import { audienceOf } from './audience-of.ts'
import { type Catalogue, categoriesIn, textLocales } from './catalogue.ts'

const sizes = new Set(['size', 'shoe-size', 'ring-size'])

/** Returns the document of a whole product, as events and exports carry it. @throws when its category is not known yet */
export function toDocument(
  product: Product,
  catalogue: Catalogue,
  known: Omit<Amendment, 'id'>,
): ProductDocument {
  const { seller, images, tags, createdAt } = product
  const [image] = images
  if (!seller || !image || !createdAt) throw new Error(`product ${product.id} is not whole`)
  const facets = new Set(catalogue.attributes.flatMap(({ name, isFacet }) => (isFacet ? name : [])))
  const valuesOf = (wanted: (name: string) => boolean) =>
    tags.filter(({ name }) => wanted(name)).map(({ value }) => value)
  const suits = valuesOf((name) => name === 'suits')
  return {
    id: product.id,
    revision: product.revision,
    slug: product.slug,
    skus: product.variants.map(({ sku }) => sku),
    sellerSkus: product.variants.map(({ sellerSku }) => sellerSku),
    categorySlugs: pathOf(product, catalogue).map(({ slug }) => slug),
    seller: {
      id: seller.id,
      slug: seller.slug,
      name: seller.name,
      city: seller.city,
      country: seller.country,
    },
    texts: textsOf(product, catalogue),
    factNames: tags.map(({ name }) => name),
    prices: pricesOf(product),
    inStock: known.inStock,
    sold: known.sold,
    facets: tags.filter(({ name }) => facets.has(name)).map(({ name, value }) => ({ name, value })),
    colours: valuesOf((name) => name === 'colour'),
    sizes: valuesOf((name) => sizes.has(name)),
    gift: suits.includes('presents'),
    audience: audienceOf(suits),
    createdAtMs: timestampMs(createdAt),
    ratingAverage: product.ratingAverage,
    ratingCount: product.ratingCount,
    tintHue: product.category?.tintHue ?? 0,
    image: { path: image.path, widths: image.widths },
    colourImages: [...colourImagesIn(product)].map(([colour, { path, widths }]) => ({
      colour,
      path,
      widths,
    })),
  }
}

/** Returns the categories of a product from the top to the leaf, with names in a language. */
function pathOf({ id, category }: Product, catalogue: Catalogue, locale = defaultLocale): Category[] {
  const known = categoriesIn(catalogue, locale)
  const leaf = known.get(category?.slug ?? '')
  if (!leaf) throw new Error(`the category of product ${id} is not known yet`)
  const top = [...known.values()].find((each) => each.id === leaf.parentId)
  return top ? [top, leaf] : [leaf]
}

function textsOf(product: Product, catalogue: Catalogue): ProductDocument['texts'] {
  const { title, description, images, tags, translations } = product
  const path = images[0]?.path ?? ''
  const ofColours = colourImagesIn(product)
  const coloured = (altOf: (image: Image) => string) =>
    Object.fromEntries([...ofColours].map(([colour, image]) => [colour, altOf(image)]))
  const categories = (locale: Locale) => pathOf(product, catalogue, locale).map(({ name }) => name)
  const texts: Partial<Record<Locale, DocumentTexts>> = {
    [defaultLocale]: {
      title,
      categories: categories(defaultLocale),
      facts: tags.map(({ label }) => label),
      description,
      alt: images[0]?.alt ?? title,
      colourAlts: coloured(({ alt }) => alt),
    },
  }
  for (const own of translations?.translations ?? []) {
    const locale = textLocales.find((each) => each === own.locale)
    if (!locale || locale === defaultLocale) continue
    texts[locale] = {
      title: own.title,
      categories: categories(locale),
      facts: tags.map(
        (tag) =>
          shopLabel(tag, product, own) ??
          catalogue.labels.get(`${tag.name}:${tag.value}`)?.[locale] ??
          tag.label,
      ),
      description: own.description,
      alt: own.alts[path] ?? own.title,
      colourAlts: coloured((image) => own.alts[image.path] ?? own.title),
    }
  }
  return texts
}

/** Returns the shop's own translation of a value. That of an attribute is by name: it has one value. */
function shopLabel(
  { name, value }: Tag,
  { attributes }: Product,
  own: ProductTranslation,
): string | undefined {
  if (attributes.some((each) => each.name === name))
    return own.attributes.find((each) => each.name === name)?.value
  const option = own.options.find((each) => each.name === name)
  return option?.values.find((each) => each.value === value)?.label
}

/** Returns the picture of each colour, where they differ. */
function colourImagesIn({ variants }: Product): Map<string, Image> {
  const images = new Map(
    variants.flatMap(({ options, image }) =>
      options['colour'] && image ? [[options['colour'], image] as const] : [],
    ),
  )
  const differ = new Set([...images.values()].map(({ path }) => path)).size > 1
  return differ ? images : new Map()
}

/** Returns the range of prices of each currency, and what the cheapest variant cost before. */
function pricesOf({ variants }: Product): DocumentPrice[] {
  const all = variants.flatMap(({ prices }) => prices)
  const byCurrency = Map.groupBy(all, ({ price }) => price?.currency ?? '')
  return [...byCurrency].flatMap(([currency, prices]) => {
    if (!isCurrency(currency)) return []
    const minors = prices.map(({ price }) => minorOf(price))
    const lowestMinor = Math.min(...minors)
    const { was } = prices[minors.indexOf(lowestMinor)] ?? {}
    return { currency, lowestMinor, highestMinor: Math.max(...minors), wasMinor: was ? minorOf(was) : null }
  })
}
