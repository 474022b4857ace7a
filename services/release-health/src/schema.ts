import { doublePrecision, index, integer, jsonb, pgSchema, primaryKey } from 'drizzle-orm/pg-core'
import { text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CountedVitals } from './rollup/count.ts'

export const releaseHealth = pgSchema('release_health')

/** Counted state of documents that may still report. */
export const documents = releaseHealth.table(
  'document',
  {
    id: uuid().primaryKey(),
    minute: timestamp({ withTimezone: true }).notNull(),
    weight: doublePrecision().notNull(),
    vitals: jsonb().$type<CountedVitals>().notNull(),
    failed: text().array().notNull(),
  },
  (table) => [index('document_minute').on(table.minute)],
)

/** Documents that one process of the shell served with a release in a minute, by its own count. */
export const servedMinutes = releaseHealth.table(
  'served_minute',
  {
    process: uuid().notNull(),
    mfe: text().notNull(),
    version: text().notNull(),
    minute: timestamp({ withTimezone: true }).notNull(),
    documents: integer().notNull(),
    failedDocuments: integer('failed_documents').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.mfe, table.version, table.minute, table.process] }),
    index('served_minute_minute').on(table.minute),
  ],
)

/** Weights by bucket of `rollup/buckets.ts`. */
const histogram = () => doublePrecision().array().notNull()

/** Rollup of a release over the documents opened in one minute. */
export const releaseMinutes = releaseHealth.table(
  'release_minute',
  {
    mfe: text().notNull(),
    version: text().notNull(),
    minute: timestamp({ withTimezone: true }).notNull(),
    reports: integer().notNull(),
    failedReports: integer('failed_reports').notNull(),
    documents: doublePrecision().notNull(),
    failedDocuments: doublePrecision('failed_documents').notNull(),
    lcp: histogram(),
    inp: histogram(),
    cls: histogram(),
    ttfb: histogram(),
    exampleError: text('example_error'),
  },
  (table) => [
    primaryKey({ columns: [table.mfe, table.version, table.minute] }),
    index('release_minute_minute').on(table.minute),
  ],
)
