import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import type { ServiceImpl } from '@connectrpc/connect'
import {
  type CatalogService,
  CategorySchema,
  ListAttributesResponseSchema,
  type Product,
  ProductSchema,
  ProductStatus,
  SellerSchema,
} from '@mallhive/contracts/catalog'
import { currencyCodes } from '@mallhive/contracts/currencies'
import { toMoney } from '@mallhive/contracts/money'

type ProductInit = Exclude<MessageInitShape<typeof ProductSchema>, Product>

const idOf = (kind: number, n: number) => `00000000-0000-7000-8000-${kind}${n.toString().padStart(11, '0')}`

const names: Record<string, Record<string, string>> = {
  kitchen: { en: 'Kitchen', de: 'Küche' },
  cups: { en: 'Cups', de: 'Tassen' },
  wear: { en: 'Wear' },
  scarves: { en: 'Scarves', de: 'Schals' },
}
const parents: Record<string, string> = { cups: 'kitchen', scarves: 'wear' }
const slugs = Object.keys(names)
const categoryIn = (slug: string, locale: string) =>
  create(CategorySchema, {
    id: idOf(2, slugs.indexOf(slug)),
    slug,
    name: names[slug]?.[locale] ?? names[slug]?.['en'] ?? '',
    locale: names[slug]?.[locale] === undefined ? 'en' : locale,
    parentId: slug in parents ? idOf(2, slugs.indexOf(parents[slug] ?? '')) : '',
    tintHue: 40,
  })

const kiln = create(SellerSchema, {
  id: idOf(1, 0),
  slug: 'kiln',
  name: 'The Kiln',
  city: 'Lisbon',
  country: 'PT',
})

/** Returns a whole product as the catalogue's events and exports carry it. */
export function testProduct(n: number, more: ProductInit = {}): Product {
  const title = `Round cup ${n}`
  return create(ProductSchema, {
    id: idOf(3, n),
    slug: `cup-${n}`,
    title,
    description: 'For every day.',
    category: categoryIn('cups', 'en'),
    seller: kiln,
    images: [{ path: 'test/cup', alt: 'A cup', widths: [160, 400] }],
    status: ProductStatus.ACTIVE,
    revision: 1,
    locale: 'en',
    translations: {},
    createdAt: timestampFromMs(Date.UTC(2026, 0, 1) + n * 1000),
    options: [{ name: 'colour', label: 'Colour', values: [{ value: 'clay', label: 'Clay' }] }],
    tags: [{ name: 'colour', value: 'clay', label: 'Clay' }],
    variants: [
      {
        sku: `cup-${n}.clay`,
        sellerSku: `K${n}`,
        options: { colour: 'clay' },
        prices: currencyCodes.map((currency) => ({ price: toMoney(1000 + n * 100, currency) })),
      },
    ],
    ...more,
  })
}

const attributes = create(ListAttributesResponseSchema, {
  attributes: [
    {
      name: 'colour',
      isFacet: true,
      labels: { en: 'Colour', de: 'Farbe' },
      values: [
        { value: 'clay', labels: { en: 'Clay', de: 'Ton' } },
        { value: 'moss', labels: { en: 'Moss' } },
      ],
    },
    {
      name: 'size',
      isFacet: true,
      isAscending: true,
      labels: { en: 'Size' },
      values: ['L', 'S', 'M'].map((size) => ({ value: size.toLowerCase(), labels: { en: size } })),
    },
    { name: 'care', labels: { en: 'Care' }, values: [{ value: 'by-hand', labels: { de: 'Handwäsche' } }] },
  ],
})

/** A catalogue in memory, of the RPCs that the search calls. */
export function fakeCatalogue(products: Product[] = []) {
  const shelf = new Map(products.map((product) => [product.id, product]))
  const failures = { exportAfter: false }
  const rpcs: Partial<ServiceImpl<typeof CatalogService>> = {
    listAttributes: () => attributes,
    listCategories: ({ locale }) => ({ categories: slugs.map((slug) => categoryIn(slug, locale)) }),
    listSellers: () => ({ sellers: [kiln] }),
    exportProducts: ({ afterId, limit }) => {
      if (failures.exportAfter && afterId) throw new Error('the connection was lost')
      const all = [...shelf.values()].filter(({ status }) => status === ProductStatus.ACTIVE)
      const after = all.filter(({ id }) => id > afterId).toSorted((a, b) => (a.id < b.id ? -1 : 1))
      return { products: after.slice(0, limit), total: all.length }
    },
  }
  return { rpcs, shelf, failures }
}

export type FakeCatalogue = ReturnType<typeof fakeCatalogue>
