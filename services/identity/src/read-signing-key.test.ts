import { openDb } from '@mallhive/service-kit/db'
import { testDb } from '@mallhive/service-kit/testing'
import { expect, test } from 'vitest'
import { readSigningKey } from './read-signing-key.ts'
import * as schema from './schema.ts'

test('replicas that need a signing key at once share one', async () => {
  await using db = await testDb('identity', new URL('../drizzle', import.meta.url), schema)
  await using other = openDb(db.url, { schema })
  const PUBLIC_ORIGIN = 'http://localhost:4000'
  const config: Parameters<typeof readSigningKey>[0]['config'] = {
    PUBLIC_ORIGIN,
    AUTH_SECRET: ['a-secret-of-more-than-32-characters'],
  }
  const keys = await Promise.all([db, other, db, other].map((on) => readSigningKey({ db: on, config })))
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1)
  expect(await db.select().from(schema.jwks)).toHaveLength(1)
})
