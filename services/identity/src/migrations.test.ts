import { randomUUID } from 'node:crypto'
import { contract, migrate } from '@mallhive/service-kit/migrate'
import { testDb } from '@mallhive/service-kit/testing'
import { earlierMigrations } from '@mallhive/service-kit/testing/earlier-release'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as schema from './schema.ts'

const migrations = new URL('../drizzle', import.meta.url)

test('sellers that the previous release made during the expansion keep their shop and staff roles', async () => {
  await using db = await testDb('identity', await earlierMigrations(migrations, 2), schema)
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  await db.execute(sql`insert into identity."user" (id, name, email, roles, seller_id) values
    (${ids[0]}, 'Sam', 'sam@example.test', 'shopper,seller', 'shop-1'),
    (${ids[1]}, 'Alex', 'alex@example.test', 'shopper,admin', null),
    (${ids[2]}, 'Kim', 'kim@example.test', 'support', null)`)
  await expect(contract(db, migrations, 'identity')).rejects.toThrow('the schema is not expanded')
  await migrate(db, migrations, 'identity')
  await contract(db, migrations, 'identity')
  const { rows } = await db.execute(sql`select u.name, u.roles, m.shop_id, m.role from identity."user" u
    left join identity.memberships m on m.user_id = u.id order by u.name`)
  expect(rows).toEqual([
    { name: 'Alex', roles: 'admin', shop_id: null, role: null },
    { name: 'Kim', roles: 'support', shop_id: null, role: null },
    { name: 'Sam', roles: '', shop_id: 'shop-1', role: 'owner' },
  ])
})
