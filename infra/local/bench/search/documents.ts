import { currencyCodes } from '@mallhive/contracts/currencies'
import { defaultLocale } from '@mallhive/contracts/locales'
import type { ProductRecord, seedRecords } from '@mallhive/service-catalog/seed-records'
import type { ProductDocument } from '@mallhive/service-search/bench'

type Seed = Awaited<ReturnType<typeof seedRecords>>
const notCounted = new Set(['dimensions', 'care'])
const sizes = new Set(['size', 'shoe-size', 'ring-size'])

/** Returns a function that makes the document of a record of the seed. */
export function documentsOf({ categories, shops, translations }: Seed) {
  const categoryById = new Map(categories.map((category) => [category.id, category]))
  const shopById = new Map(shops.map((shop) => [shop.id, shop]))

  return (record: ProductRecord): ProductDocument => {
    const leaf = categoryById.get(record.categoryId)!
    const top = categoryById.get(leaf.parentId ?? '')
    const path = [...(top ? [top] : []), leaf]
    const seller = shopById.get(record.sellerId)!
    const image = record.images[0]!
    const tags = [
      ...record.options.flatMap(({ name, values }) =>
        values.map(({ value, label }) => ({ name, value, label })),
      ),
      ...record.attributes.map(({ name, value }) => ({ name, value: slugOf(value), label: value })),
    ]
    const valuesOf = (isWanted: (name: string) => boolean) =>
      tags.filter(({ name }) => isWanted(name)).map(({ value }) => value)
    const texts: ProductDocument['texts'] = {
      [defaultLocale]: {
        title: record.title,
        description: record.description,
        categories: path.map(({ name }) => name),
        facts: tags.map(({ label }) => label),
        alt: image.alt,
      },
    }
    for (const { locale, title, description, alts } of record.translations ?? []) {
      const mall = translations.find((each) => each.locale === locale)!
      texts[locale as keyof typeof texts] = {
        title,
        description,
        categories: path.map(({ slug, name }) => mall.categories[slug]?.name ?? name),
        facts: tags.map(({ name, label }) => mall.attributes.values[name]?.[label] ?? label),
        alt: alts[image.path] ?? title,
      }
    }
    const suits = valuesOf((name) => name === 'suits')
    return {
      id: record.id,
      revision: 1,
      slug: record.slug,
      skus: record.variants.map(({ sku }) => sku),
      sellerSkus: record.variants.map(({ sellerSku }) => sellerSku),
      categorySlugs: path.map(({ slug }) => slug),
      seller: {
        id: seller.id,
        slug: seller.slug,
        name: seller.name,
        city: seller.city,
        country: seller.country,
      },
      texts,
      factNames: tags.map(({ name }) => name),
      prices: currencyCodes.flatMap((currency) => {
        const own = record.variants.flatMap(({ prices }) =>
          prices.filter((price) => price.currency === currency),
        )
        const minor = own.map(({ priceMinor }) => priceMinor)
        const wasMinor = own.toSorted((a, b) => a.priceMinor - b.priceMinor)[0]?.wasMinor ?? null
        return own.length > 0
          ? [{ currency, lowestMinor: Math.min(...minor), highestMinor: Math.max(...minor), wasMinor }]
          : []
      }),
      inStock: true,
      sold: 0,
      facets: tags.filter(({ name }) => !notCounted.has(name)).map(({ name, value }) => ({ name, value })),
      colours: valuesOf((name) => name === 'colour'),
      sizes: valuesOf((name) => sizes.has(name)),
      gift: suits.includes('presents'),
      audience: suits.some((value) => value.startsWith('ages-') || value === 'nursery') ? ['kids'] : [],
      createdAtMs: Date.parse(record.createdAt),
      ratingAverage: record.ratingAverage,
      ratingCount: record.ratingCount,
      tintHue: leaf.tintHue,
      image: { path: image.path, widths: image.widths },
      colourImages: [],
    }
  }
}

/** As the catalogue makes values of labels. */
const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
