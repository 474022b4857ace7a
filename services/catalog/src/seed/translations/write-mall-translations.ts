import type { Db } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { categoryTranslations, attributeTranslations } from '../../schema.ts'
import { idOf } from '../ids.ts'
import type { SeedTranslation } from './read-translations.ts'

/** Inserts the mall's own translations: of categories, and of the names and values of attributes and options. */
export async function writeMallTranslations(
  db: Pick<Db, 'insert' | 'execute'>,
  { locale, categories, attributes }: SeedTranslation,
): Promise<void> {
  await db
    .insert(categoryTranslations)
    .values(
      Object.entries(categories).map(([slug, texts]) => ({
        categoryId: idOf(`category ${slug}`),
        locale,
        ...texts,
      })),
    )
    .onConflictDoNothing()
  await db
    .insert(attributeTranslations)
    .values(Object.entries(attributes.names).map(([name, label]) => ({ name, locale, label })))
    .onConflictDoNothing()
  const values = Object.entries(attributes.values).flatMap(([name, labels]) =>
    Object.entries(labels).map(([text, label]) => ({ name, text, label })),
  )
  await db.execute(sql`
    insert into catalog.value_translations (name, value, locale, label)
    select name, catalog.slugify(text), ${locale}, label
    from json_to_recordset(${JSON.stringify(values)}::json) as n(name text, text text, label text)
    on conflict do nothing`)
}
