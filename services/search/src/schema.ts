import { sql } from 'drizzle-orm'
import { integer, pgSchema, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

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
