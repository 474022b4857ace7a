import { create } from '@bufbuild/protobuf'
import {
  type ProductTranslation,
  type ProductTranslations,
  ProductTranslationsSchema,
} from '@mallhive/contracts/catalog'
import type { Executor } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { rows } from '../rows.ts'
import type { ProductRecord, TranslationRecord } from './record.ts'

/** Returns the translations of products by their shops, for editors and events; an empty list for a product without any. */
export async function readTranslations(
  db: Executor,
  productIds: string[],
): Promise<Map<string, ProductTranslations>> {
  const found = await rows<TranslationRecord & { productId: string }>(
    db,
    sql`select product_id as "productId", locale, title, description, options, attributes, alts
      from catalog.product_translations
      where product_id = any(${sql.param(productIds)}::uuid[]) order by locale`,
  )
  const own = Map.groupBy(found, ({ productId }) => productId)
  return new Map(
    productIds.map((id) => [id, create(ProductTranslationsSchema, { translations: own.get(id) ?? [] })]),
  )
}

/** Replaces the translations of the products that have any, or an empty list. */
export async function writeTranslations(tx: Executor, products: ProductRecord[]): Promise<void> {
  const saved = products.filter(({ translations }) => translations !== undefined)
  if (saved.length === 0) return
  const ids = sql`${sql.param(saved.map(({ id }) => id))}::uuid[]`
  const records = saved.flatMap(({ id, translations = [] }) =>
    translations.map((translation) => ({ ...translation, id })),
  )
  await tx.execute(sql`delete from catalog.product_translations where product_id = any(${ids})`)
  await tx.execute(sql`
    insert into catalog.product_translations (product_id, locale, title, description, options, attributes, alts)
    select id, locale, title, description, options, attributes, alts
    from json_to_recordset(${JSON.stringify(records)}::json) as n(id uuid, locale text, title text, description text,
      options jsonb, attributes jsonb, alts jsonb)`)
}

/** Returns the record of a translation as a save contains it. */
export const translationRecord = (translation: ProductTranslation): TranslationRecord => {
  const { locale, title, description, options, attributes, alts } = translation
  return {
    locale,
    title,
    description,
    options: options.map(({ name, label, values }) => ({
      name,
      label,
      values: values.map((each) => ({ value: each.value, label: each.label })),
    })),
    attributes: attributes.map(({ name, label, value }) => ({ name, label, value })),
    alts,
  }
}
