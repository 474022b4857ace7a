import { inboxTable } from '@mallhive/service-kit/inbox'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

export const search = pgSchema('search')

const time = (name: string) => timestamp(name, { withTimezone: true })

export const rebuilds = search.table(
  'rebuilds',
  {
    // UUIDv7: the order in which they began.
    id: uuid().primaryKey(),
    /** The engine and the code that made the documents: `madeBy`. */
    madeBy: text('made_by').notNull().default(''),
    startedAt: time('started_at').notNull().defaultNow(),
    /** When its instance last said that it goes on. */
    beatAt: time('beat_at').notNull().defaultNow(),
    /** Null while it runs. */
    finishedAt: time('finished_at'),
    failure: text({ enum: ['failed', 'interrupted'] }),
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
  },
  (table) => [
    // One runs at a time.
    uniqueIndex('rebuilds_running')
      .on(sql`(true)`)
      .where(sql`${table.finishedAt} is null`),
  ],
)

/**
 * Searches of shoppers who agreed to it. Nothing in it belongs to a person: a day instead of a time, an id that only
 * a tab knows.
 */
export const loggedSearches = search.table(
  'logged_searches',
  {
    id: uuid().primaryKey(),
    searchedOn: date('searched_on').notNull(),
    query: text().notNull(),
    locale: text().notNull(),
    total: integer().notNull(),
    /** Null when the words were searched for as typed. */
    correctedTo: text('corrected_to'),
    /** The place of the product that was opened first. */
    clickedPosition: integer('clicked_position'),
    clicks: integer().notNull().default(0),
    added: boolean().notNull().default(false),
    bought: boolean().notNull().default(false),
  },
  (table) => [index('logged_searches_day').on(table.searchedOn)],
)

/** Units of each product that were sold on a day. */
export const sales = search.table(
  'sales',
  {
    productId: uuid('product_id').notNull(),
    soldOn: date('sold_on').notNull(),
    units: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.soldOn] }), index('sales_day').on(table.soldOn)],
)

/** Orders that were counted, by event. */
export const inbox = inboxTable(search)

/** Which SKUs can be bought, by the inventory's revision of each. */
export const stock = search.table('stock', {
  sku: text().primaryKey(),
  revision: bigint({ mode: 'number' }).notNull(),
  isAvailable: boolean('is_available').notNull(),
})

/** The SKUs of each product, by the catalogue's revision. */
export const assortments = search.table(
  'assortments',
  {
    productId: uuid('product_id').primaryKey(),
    revision: integer().notNull(),
    skus: text().array().notNull(),
  },
  (table) => [index('assortments_skus').using('gin', table.skus)],
)
