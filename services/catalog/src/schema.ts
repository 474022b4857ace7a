import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  char,
  customType,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  real,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { outboxTable } from '@mallhive/service-kit/outbox'
import type { Card } from './listing/card.ts'
import type { AttributeRecord, ImageRecord, OptionRecord, OptionTexts } from './product/record.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const minor = (name: string) => bigint(name, { mode: 'number' })

export const catalog = pgSchema('catalog')

export const outbox = outboxTable(catalog)

export const categories = catalog.table('categories', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  parentId: uuid('parent_id'),
  tintHue: smallint('tint_hue').notNull(),
  description: text().notNull(),
  position: smallint().notNull(),
  productCount: integer('product_count').notNull().default(0),
  image: jsonb().$type<ImageRecord>().notNull(),
})

export const sellers = catalog.table('sellers', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  about: text().notNull(),
  city: text().notNull(),
  country: char({ length: 2 }).notNull(),
})

export const products = catalog.table(
  'products',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    description: text().notNull(),
    categoryId: uuid('category_id')
      .notNull()
      .references(() => categories.id),
    sellerId: uuid('seller_id')
      .notNull()
      .references(() => sellers.id),
    status: text({ enum: ['draft', 'active', 'archived'] }).notNull(),
    attributes: jsonb().$type<AttributeRecord[]>().notNull(),
    options: jsonb().$type<OptionRecord[]>().notNull(),
    images: jsonb().$type<ImageRecord[]>().notNull(),
    ratingAverage: real('rating_average').notNull().default(0),
    ratingCount: integer('rating_count').notNull().default(0),
    // Position among the featured products; null for the rest.
    featured: integer(),
    /** Incremented by every save; a save over an older revision is refused. */
    revision: integer().notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('products_category').on(t.categoryId, t.status)],
)

export const variants = catalog.table(
  'variants',
  {
    sku: text().primaryKey(),
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    options: jsonb().$type<Record<string, string>>().notNull(),
    image: jsonb().$type<ImageRecord>(),
    weightGrams: integer('weight_grams').notNull(),
    sellerId: uuid('seller_id').notNull(),
    // The shop's own SKU. Null only while a save swaps two of them.
    sellerSku: text('seller_sku'),
  },
  (t) => [
    index('variants_product').on(t.productId),
    uniqueIndex('variants_seller_sku').on(t.sellerId, t.sellerSku),
  ],
)

export const prices = catalog.table(
  'prices',
  {
    sku: text()
      .notNull()
      .references(() => variants.sku, { onDelete: 'cascade' }),
    currency: char({ length: 3 }).notNull(),
    priceMinor: minor('price_minor').notNull(),
    wasMinor: minor('was_minor'),
  },
  (t) => [primaryKey({ columns: [t.sku, t.currency] })],
)

// The shop's texts in languages other than the default one, in which the texts of `products` are.
export const productTranslations = catalog.table(
  'product_translations',
  {
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    locale: text().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    options: jsonb().$type<OptionTexts[]>().notNull(),
    attributes: jsonb().$type<AttributeRecord[]>().notNull(),
    // Alternative texts of pictures, by path.
    alts: jsonb().$type<Record<string, string>>().notNull(),
    document: tsvector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('catalog.mall', title), 'A') || setweight(to_tsvector('catalog.mall', description), 'D')`,
      ),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.locale] }),
    index('product_translations_document').using('gin', t.document),
  ],
)

export const categoryTranslations = catalog.table(
  'category_translations',
  {
    categoryId: uuid('category_id')
      .notNull()
      .references(() => categories.id, { onDelete: 'cascade' }),
    locale: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.categoryId, t.locale] })],
)

// The mall's labels of attributes and options, also of those that it does not define.
export const attributeTranslations = catalog.table(
  'attribute_translations',
  { name: text().notNull(), locale: text().notNull(), label: text().notNull() },
  (t) => [primaryKey({ columns: [t.name, t.locale] })],
)

// The mall's labels of their values. The value of an attribute is its text as a slug.
export const valueTranslations = catalog.table(
  'value_translations',
  { name: text().notNull(), value: text().notNull(), locale: text().notNull(), label: text().notNull() },
  (t) => [primaryKey({ columns: [t.name, t.value, t.locale] })],
)

// Former slugs of products, which still resolve to them.
export const slugHistory = catalog.table('slug_history', {
  slug: text().primaryKey(),
  productId: uuid('product_id')
    .notNull()
    .references(() => products.id, { onDelete: 'cascade' }),
})

// Read by lists, facets and searches: a row per active product and currency, derived by refresh-listings.ts.
export const listings = catalog.table(
  'listings',
  {
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    currency: char({ length: 3 }).notNull(),
    leafId: uuid('leaf_id').notNull(),
    topId: uuid('top_id').notNull(),
    // `facet:value`, e.g. `colour:clay`.
    tags: text().array().notNull(),
    priceMinor: minor('price_minor').notNull(),
    wasMinor: minor('was_minor'),
    priceFrom: boolean('price_from').notNull(),
    newestKey: minor('newest_key').notNull(),
    ratingKey: minor('rating_key').notNull(),
    popularity: minor('popularity').notNull(),
    featured: integer(),
    card: jsonb().$type<Card>().notNull(),
    document: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.currency, t.productId] }),
    index('listings_product').on(t.productId),
    index('listings_price').on(t.currency, t.priceMinor, t.productId),
    index('listings_newest').on(t.currency, t.newestKey, t.productId),
    index('listings_rating').on(t.currency, t.ratingKey, t.productId),
    index('listings_popularity').on(t.currency, t.popularity, t.productId),
    index('listings_leaf').on(t.currency, t.leafId, t.priceMinor),
    index('listings_top').on(t.currency, t.topId, t.priceMinor),
    index('listings_featured')
      .on(t.currency, t.featured)
      .where(sql`featured is not null`),
    index('listings_document').using('gin', t.document),
  ],
)

// Attributes and options with the same meaning in every shop, in display order.
export const attributeDefinitions = catalog.table('attribute_definitions', {
  name: text().primaryKey(),
  label: text().notNull(),
  position: smallint().notNull(),
  // Whether lists can be filtered by the attribute.
  isFacet: boolean('is_facet').notNull(),
  // Values are sorted from small to large instead of from frequent to rare.
  isAscending: boolean('is_ascending').notNull().default(false),
})

// Labels of facet values.
export const facetValues = catalog.table(
  'facet_values',
  { name: text().notNull(), value: text().notNull(), label: text().notNull() },
  (t) => [primaryKey({ columns: [t.name, t.value] })],
)

// Every word of the catalogue with its stem, for correcting mistyped queries.
export const words = catalog.table('words', { word: text().primaryKey(), stem: text().notNull() }, (t) => [
  index('words_stem').on(t.stem),
  index('words_trigrams').using('gin', sql`word public.gin_trgm_ops`),
])

// The seed that the tables hold, so that the next start can skip it.
export const seeds = catalog.table('seeds', { name: text().primaryKey(), hash: text().notNull() })
