import { currencyCodes, type Currency } from '@mallhive/contracts/currencies'
import { defaultLocale } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { search } from '../../schema.ts'
import type { ProductDocument } from '../document.ts'
import type { StoredCard } from '../card.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
/** Sorts by bytes, so that an index serves prefixes as ranges. */
const bytewise = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

/** The index exists twice, so that a generation is filled while the other one answers. */
export const slotNames = ['a', 'b'] as const
export type Slot = (typeof slotNames)[number]

// `for update` of a slot's row serialises its writers. Searches do not lock it.
export const slots = search.table('slots', {
  slot: text({ enum: slotNames }).primaryKey(),
  state: text({ enum: ['live', 'building', 'idle'] }).notNull(),
  generation: integer().notNull(),
})

// Facet values and traits as small numbers. Rows are never deleted.
export const tags = search.table(
  'tags',
  { id: integer().primaryKey().generatedAlwaysAsIdentity(), name: text().notNull(), value: text().notNull() },
  (t) => [unique().on(t.name, t.value)],
)

// How often the list of a category or shop (its tag; 0 is the whole mall) has changed, for counts that are remembered.
export const scopes = search.table('scopes', {
  tag: integer().primaryKey(),
  changes: bigint({ mode: 'number' }).notNull(),
})

const priceColumn = (currency: Currency) => `price_${currency.toLowerCase()}`

const priceColumns = Object.fromEntries(
  currencyCodes.map((currency) => [priceColumn(currency), bigint({ mode: 'number' })]),
)

const weightColumn = (currency: Currency) => `weight_${currency.toLowerCase()}`

/** `bestSellingOf` a listing. */
export const bestSelling = sql.raw('(least(sold, 1048576)::bigint * 4294967296 + newest / 1000)')

/** A product in a language: what a search matches, counts and sorts by. */
const listingsOf = (slot: Slot) =>
  search.table(
    `listings_${slot}`,
    {
      locale: text().notNull(),
      id: uuid().notNull(),
      /** Terms of the title, categories and facts. */
      strong: tsvector().notNull(),
      title: tsvector().notNull(),
      /** The term of the noun that the title is about. */
      head: text().notNull(),
      /** Hash of the title's words. */
      titleKey: bigint('title_key', { mode: 'number' }).notNull(),
      tags: integer().array().notNull(),
      /** Tags that are not counted: colours, sizes, audience and gift, by which products are preferred. */
      traits: integer().array().notNull(),
      newest: bigint({ mode: 'number' }).notNull(),
      rating: bigint({ mode: 'number' }).notNull(),
      popularity: bigint({ mode: 'number' }).notNull(),
      /** In no index, so that a change is a change of this row alone. */
      inStock: boolean('in_stock').notNull().default(false),
      sold: integer().notNull().default(0),
      /** Factor of relevance. */
      boost: real().notNull(),
      ...priceColumns,
    },
    (t) => {
      const inDefault = sql`locale = ${sql.raw(`'${defaultLocale}'`)}`
      return [
        primaryKey({ columns: [t.id, t.locale] }),
        index(`listings_${slot}_strong`).using('gin', t.strong).with({ fastupdate: false }),
        index(`listings_${slot}_traits`).using('gin', t.traits).with({ fastupdate: false }),
        // Lists without a text are read from the rows of the default language, which each product has.
        index(`listings_${slot}_tags`).using('gin', t.tags).with({ fastupdate: false }).where(inDefault),
        ...(['newest', 'rating', 'popularity'] as const).map((key) =>
          index(`listings_${slot}_${key}`).on(t[key], t.id).where(inDefault),
        ),
        index(`listings_${slot}_best_selling`).on(bestSelling, t.id).where(inDefault),
        ...currencyCodes.map((currency) =>
          index(`listings_${slot}_${priceColumn(currency)}`)
            .on(sql.raw(priceColumn(currency)), t.id)
            .where(inDefault),
        ),
      ]
    },
  )

/** The descriptions, apart: most searches do not read them, and listings are read by the thousand. */
const bodiesOf = (slot: Slot) =>
  search.table(
    `bodies_${slot}`,
    { id: uuid().notNull(), locale: text().notNull(), body: tsvector().notNull() },
    (t) => [
      primaryKey({ columns: [t.id, t.locale] }),
      index(`bodies_${slot}_body`).using('gin', t.body).with({ fastupdate: false }),
    ],
  )

/** The products, with those that were removed: they have a revision, but no card. */
const productsOf = (slot: Slot) =>
  search.table(
    `products_${slot}`,
    {
      id: uuid().primaryKey(),
      revision: integer().notNull(),
      skus: text().array().notNull(),
      card: jsonb().$type<StoredCard>(),
      document: jsonb().$type<ProductDocument>(),
    },
    (t) => [index(`products_${slot}_skus`).using('gin', t.skus)],
  )

/** The words of each language with the number of their documents. The word '' has the number of all documents. */
const wordsOf = (slot: Slot) =>
  search.table(
    `words_${slot}`,
    {
      locale: text().notNull(),
      word: text().notNull(),
      /** Without accents, as beginnings are compared. */
      folded: bytewise().notNull(),
      stem: text().notNull(),
      documents: integer().notNull(),
      strong: integer().notNull(),
      /** Documents whose title is about it. */
      heads: integer().notNull().default(0),
    },
    (t) => [
      primaryKey({ columns: [t.locale, t.word] }),
      index(`words_${slot}_stem`).on(t.locale, t.stem),
      index(`words_${slot}_folded`).on(t.locale, t.folded),
    ],
  )

/** The words of titles: of each, the most popular products. */
const titleWordsOf = (slot: Slot) =>
  search.table(
    `title_words_${slot}`,
    {
      locale: text().notNull(),
      word: bytewise().notNull(),
      popularity: bigint({ mode: 'number' }).notNull(),
      id: uuid().notNull(),
    },
    (t) => [primaryKey({ columns: [t.locale, t.word, t.popularity, t.id] })],
  )

/**
 * What typed beginnings complete to: phrases of titles, categories and shops, by each of their words. `weight` counts
 * their products, `weight_eur` those with a price in euros.
 */
const completionsOf = (slot: Slot) =>
  search.table(
    `completions_${slot}`,
    {
      locale: text().notNull(),
      kind: text({ enum: ['phrase', 'category', 'shop'] }).notNull(),
      phrase: bytewise().notNull(),
      /** The slug of a category or shop. */
      ref: text().notNull(),
      label: text().notNull(),
      weight: integer().notNull(),
      ...Object.fromEntries(
        currencyCodes.map((code) => [weightColumn(code), integer().notNull().default(0)]),
      ),
    },
    (t) => [primaryKey({ columns: [t.locale, t.kind, t.phrase, t.ref] })],
  )

export const [listingsA, listingsB] = [listingsOf('a'), listingsOf('b')]
export const [productsA, productsB] = [productsOf('a'), productsOf('b')]
export const [bodiesA, bodiesB] = [bodiesOf('a'), bodiesOf('b')]
export const [titleWordsA, titleWordsB] = [titleWordsOf('a'), titleWordsOf('b')]
export const [wordsA, wordsB] = [wordsOf('a'), wordsOf('b')]
export const [completionsA, completionsB] = [completionsOf('a'), completionsOf('b')]

/** The tables of a slot. */
export const tablesOf = {
  a: {
    listings: listingsA,
    products: productsA,
    words: wordsA,
    titleWords: titleWordsA,
    bodies: bodiesA,
    completions: completionsA,
  },
  b: {
    listings: listingsB,
    products: productsB,
    words: wordsB,
    titleWords: titleWordsB,
    bodies: bodiesB,
    completions: completionsB,
  },
}

/** The column of a listing with its lowest price in a currency; null where it is not on sale. */
export const priceOf = (currency: Currency) => sql.raw(priceColumn(currency))

/** The column of a completion with its products in a currency. */
export const weightOf = (currency: Currency) => sql.raw(weightColumn(currency))
