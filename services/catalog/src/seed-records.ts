import type { ProductRecord } from './product/record.ts'
import { halls } from './seed/catalogue/catalogue.ts'
import { shops } from './seed/catalogue/shops.ts'
import { categoriesOf } from './seed/categories.ts'
import { syntheticProducts, syntheticShops } from './seed/synthetic.ts'
import { toRecord } from './seed/to-record.ts'
import { readTranslations } from './seed/translations/read-translations.ts'
import { translateRecord } from './seed/translations/translate-record.ts'

export type { ProductRecord }

/** Returns what the seed writes at a scale, without a database. */
export async function seedRecords(scale = 0) {
  const translations = await readTranslations()
  const records = halls
    .flatMap((hall) => hall.shelves)
    .flatMap(({ slug, products }) =>
      products.map((draft, position) => translateRecord(toRecord(draft, slug, position), translations)),
    )
  return {
    records,
    /** In batches, so that memory does not grow with the scale. */
    generated: syntheticProducts(records, scale - records.length),
    categories: categoriesOf(halls),
    shops: [...shops, ...syntheticShops(scale - records.length)],
    translations,
  }
}
