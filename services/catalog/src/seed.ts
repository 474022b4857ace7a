import { readConfig } from '@mallhive/process-kit/config'
import { type Db, openDb } from '@mallhive/service-kit/db'
import { migrate } from '@mallhive/service-kit/migrate'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { configSchema } from './config.ts'
import { learnNames } from './listing/learn-names.ts'
import { recountCategories } from './listing/recount.ts'
import { checkProduct } from './product/check-product.ts'
import type { ProductRecord } from './product/record.ts'
import { writeProducts } from './product/write-products.ts'
import * as schema from './schema.ts'
import { halls } from './seed/catalogue/catalogue.ts'
import { shops } from './seed/catalogue/shops.ts'
import { categoriesOf } from './seed/categories.ts'
import { placeOnFront } from './seed/featured.ts'
import { syntheticProducts, syntheticShops } from './seed/synthetic.ts'
import { type StockRow, stockOf } from './seed/stock.ts'
import type { Rendering } from './seed/rendering.ts'
import { toRecord } from './seed/to-record.ts'
import { readTranslations } from './seed/translations/read-translations.ts'
import { translateRecord } from './seed/translations/translate-record.ts'
import { writeMallTranslations } from './seed/translations/write-mall-translations.ts'
import { uploadPictures } from './seed/upload.ts'

const batch = 1000
const connections = 2

interface Seeding {
  /** Number of products; 0 is the hand-written catalogue, higher numbers add generated ones and shops for load work. */
  scale?: number
  /** Receives the stock of products that are written, a batch at a time. */
  stock: (rows: StockRow[]) => Promise<unknown>
  /** Receives progress messages. */
  tell?: (howFar: string) => void
}

/**
 * Fills an empty catalogue: shops, halls and products, in batches, so that memory does not grow with the scale. Publishes no
 * events, because no consumer holds an earlier state; one that builds an index reads the catalogue first. Returns the ids of the
 * hand-written shops.
 */
export async function seed(
  env: Record<string, string | undefined>,
  { scale = 0, stock, tell = () => {} }: Seeding,
): Promise<{ sellerIds: string[] }> {
  const config = readConfig(configSchema, env)
  await using db = openDb(config.DATABASE_URL, { schema, poolSize: connections, plans: 'auto' })
  await migrate(db, new URL('../drizzle', import.meta.url), 'catalog')

  const translations = await readTranslations()
  const shelves = halls.flatMap((hall) => hall.shelves)
  const drafts = shelves.flatMap(({ slug, products }) =>
    products.map((draft, position) => {
      const featured = placeOnFront(products, draft)
      const record = translateRecord(toRecord(draft, slug, position), translations)
      return { draft, record: { ...record, featured } }
    }),
  )
  await db
    .insert(schema.sellers)
    .values([...shops, ...syntheticShops(scale - drafts.length)])
    .onConflictDoNothing()
  await db.insert(schema.categories).values(categoriesOf(halls)).onConflictDoNothing()
  for (const translation of translations) await writeMallTranslations(db, translation)

  await stock(drafts.flatMap(({ draft, record }) => stockOf(draft, record)))
  const records = drafts.map(({ record }) => record)
  const extra = syntheticProducts(records, scale - records.length)
  for (let from = 0; from < records.length; from += batch) {
    await write(db, records.slice(from, from + batch))
  }
  let written = records.length
  let analysed = 0
  const writeExtra = async () => {
    for (const some of extra) {
      // The tables start empty: plans for small tables would scan the large ones for each product.
      if (written > 2 * analysed) {
        analysed = written
        await db.execute(sql`analyze`)
      }
      await write(db, some)
      await stock(some.flatMap((record) => stockOf({}, record)))
      written += some.length
      tell(`${written} of ${scale} products`)
    }
  }
  // PostgreSQL uses one core per connection.
  await Promise.all(Array.from({ length: connections }, writeExtra))
  await recountCategories({ db })
  await db.execute(sql`analyze`)
  return { sellerIds: shops.map(({ id }) => id) }
}

export { startRendering } from './seed/rendering.ts'

/** Uploads the pictures of the hand-written products, which the generated ones share. */
export async function seedPictures(
  env: Record<string, string | undefined>,
  rendering: Rendering,
  tell: (howFar: string) => void,
): Promise<void> {
  await uploadPictures(readConfig(configSchema.extend(mediaConfig), env), rendering, tell)
}

async function write(db: Db<typeof schema>, records: ProductRecord[]): Promise<void> {
  await db.transaction((tx) => writeProducts(tx, records.map(checkProduct)))
  await learnNames(
    db,
    records.map(({ id }) => id),
  )
}

const mediaConfig = {
  MEDIA_BUCKET: z.string().default('mallhive-media'),
}
