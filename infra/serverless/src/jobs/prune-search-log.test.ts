import { randomUUID } from 'node:crypto'

import { testDb } from '@mallhive/service-kit/testing'
import { migrations, schema } from '@mallhive/service-search/bench'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { pruneSearchLog } from './prune-search-log.ts'

const { loggedSearches } = schema

test('searches past their retention are deleted by the secret of the service, and no others, also when it runs again', async () => {
  await using db = await testDb('search', migrations, schema)
  await db.insert(loggedSearches).values(
    [0, 89, 90, 400].map((days) => ({
      id: randomUUID(),
      searchedOn: sql`current_date - ${days}::int`,
      query: `${days}`,
      locale: 'en',
      total: 1,
    })),
  )
  const secret = { DATABASE_URL: db.$client.options.connectionString, OTHER: 'x' }
  expect(await pruneSearchLog(async () => secret)).toEqual({ deleted: 2 })
  expect(await pruneSearchLog(async () => secret)).toEqual({ deleted: 0 })
  const kept = await db.select().from(loggedSearches)
  expect(kept.map(({ query }) => query).toSorted()).toEqual(['0', '89'])
})
