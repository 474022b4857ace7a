import { contract, migrate } from '@mallhive/service-kit/migrate'
import { testDb } from '@mallhive/service-kit/testing'
import { earlierMigrations } from '@mallhive/service-kit/testing/earlier-release'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readProducts } from './product/read-products.ts'
import type { ProductRecord } from './product/record.ts'
import { writeProducts } from './product/write-products.ts'
import * as schema from './schema.ts'
import { categories, products, shops } from './testing.ts'

const migrations = new URL('../drizzle', import.meta.url)
const id = '0192b0e0-0000-7000-8000-000000000001'

test('a variant that the previous release saved during the expansion gets its shop and its SKU there', async () => {
  await using db = await testDb('catalog', await earlierMigrations(migrations, 4), schema)
  await db.execute(sql`insert into catalog.categories (id, slug, name, tint_hue, description, position, image)
    values (${id}, 'kitchen', 'Kitchen', 45, '', 1, '{}')`)
  await db.execute(sql`insert into catalog.sellers (id, slug, name, about, city, country)
    values (${id}, 'kiln', 'Kiln', '', 'Delft', 'NL')`)
  await db.execute(sql`insert into catalog.products (id, slug, title, description, category_id, seller_id, status,
      attributes, options, images)
    values (${id}, 'mug', 'Mug', '', ${id}, ${id}, 'active', '[]', '[]', '[]')`)
  await db.execute(sql`insert into catalog.variants (sku, product_id, position, options, weight_grams)
    values ('mug', ${id}, 1, '{}', 300)`)
  await migrate(db, migrations, 'catalog')
  await contract(db, migrations, 'catalog')
  const { rows } = await db.execute(sql`select sku, seller_id, seller_sku from catalog.variants`)
  expect(rows).toEqual([{ sku: 'mug', seller_id: id, seller_sku: 'mug' }])
})

test('products of the previous release have no translation, and its writes pass during the expansion', async () => {
  await using db = await testDb('catalog', await earlierMigrations(migrations, 5), schema)
  await db.insert(schema.sellers).values(shops)
  await db.insert(schema.categories).values(categories)
  // As the previous release writes it, which knows no translations.
  const [first, second] = products
  const write = (record: ProductRecord | undefined) => db.transaction((tx) => writeProducts(tx, [record!]))
  await write(first)
  await migrate(db, migrations, 'catalog')
  await write(second)
  const read = await readProducts(db, sql`true`, 'de')
  expect(new Set(read.map(({ title, locale }) => `${title}: ${locale}`))).toEqual(
    new Set([first, second].map((record) => `${record!.title}: en`)),
  )
  await write({ ...second!, translations: [german] })
  await write(second)
  const [translated] = await readProducts(db, sql`p.id = ${second!.id}`, 'de')
  expect(translated).toMatchObject({ title: 'Krug', locale: 'de' })
  await db.execute(sql`delete from catalog.products where id = ${second!.id}`)
  expect(await db.$count(schema.productTranslations)).toBe(0)
})

const german = { locale: 'de', title: 'Krug', description: '', options: [], attributes: [], alts: {} }
