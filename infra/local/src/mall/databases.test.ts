import { start } from '@mallhive/service-release-health/main'
import { testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { Client } from 'pg'
import { afterAll, expect, inject, test } from 'vitest'

import { openDatabases } from './databases.ts'
import { services } from './services.ts'

const adminUrl = inject('engines').postgresUrl
const passwords = Object.fromEntries(services.map((name) => [name, `password-of-${name}`]))

test('a state made when release-health was called analytics keeps its counts', async () => {
  const databasePasswords = passwords as Record<(typeof services)[number], string>
  const before = await openDatabases(adminUrl, { databasePasswords })
  await startReleaseHealth(before['release-health'])
  await query(before['release-health'], [
    `insert into release_health.release_minute
       values ('cart', '1.0.0', now(), 7, 0, 7, 0, '{}', '{}', '{}', '{}', null)`,
    'alter schema release_health rename to analytics',
    'alter schema release_health_migrations rename to analytics_migrations',
    `delete from analytics_migrations.__drizzle_migrations where created_at = 1795719600000`,
  ])
  await query(adminUrl, ['alter role release_health rename to analytics'])

  const after = await openDatabases(adminUrl, { databasePasswords })
  await startReleaseHealth(after['release-health'])

  const [counts] = await query(after['release-health'], ['select reports from release_health.release_minute'])
  expect(counts).toEqual([{ reports: 7 }])
})

afterAll(async () => {
  await query(adminUrl, [
    'drop database mallhive with (force)',
    ...services.map((name) => `drop role ${name.replaceAll('-', '_')}`),
  ])
})

async function startReleaseHealth(DATABASE_URL: string): Promise<void> {
  await using platform = testPlatform()
  await platform.start('release-health', start, testEnv({ DATABASE_URL }))
}

async function query(connectionString: string, statements: string[]): Promise<unknown[][]> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    const results: unknown[][] = []
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const statement of statements) results.push((await client.query(statement)).rows)
    return results
  } finally {
    await client.end()
  }
}
