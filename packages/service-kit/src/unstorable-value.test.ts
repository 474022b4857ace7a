import { Code, type ConnectRouter } from '@connectrpc/connect'
import { NotificationsService } from '@mallhive/contracts/notifications'
import { sql } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import * as schema from '../fixtures/schema.ts'
import { accepts } from './callers.ts'
import { openDb } from './db.ts'
import { testEnv, testPlatform } from './testing.ts'

/** Calls an RPC whose statement casts a text of the request to this type. */
async function listing(value: string, type: string) {
  await using db = openDb(inject('engines').postgresUrl, { schema, poolSize: 1 })
  await using platform = testPlatform()
  const serve = (router: ConnectRouter) =>
    router.service(NotificationsService, {
      listDeliveries: async ({ recipient }) => {
        await db.execute(sql`select ${recipient}::${sql.raw(type)}`)
        return {}
      },
    })
  const start = accepts(NotificationsService, { listDeliveries: ['anyone'] })
  await platform.start('any', async (host) => host.routes(serve, [start]), testEnv({}))
  return await platform.client(NotificationsService).listDeliveries({ recipient: value })
}

test.each([
  ['malformed', 'uuid'],
  ['9223372036854775808', 'bigint'],
  ['300000-01-01T00:00:00Z', 'timestamptz'],
  ['soon', 'timestamptz'],
])('%j that reaches PostgreSQL as %s is refused as BAD_VALUE', async (value, type) => {
  await expect(listing(value, type)).rejects.toMatchObject({ kind: 'invalid', reason: 'BAD_VALUE' })
})

test('a failure that is no fault of a value stays an internal error', async () => {
  await expect(listing('a', 'unknown_type')).rejects.toMatchObject({ code: Code.Internal })
})

test.each(['text', 'jsonb'])('U+0000 that reaches PostgreSQL as %s is refused as BAD_TEXT', async (type) => {
  const value = type === 'text' ? 'a\0b' : JSON.stringify({ recipient: 'a\0b' })
  await expect(listing(value, type)).rejects.toMatchObject({ kind: 'invalid', reason: 'BAD_TEXT' })
  await expect(listing('1', type)).resolves.toBeDefined()
})
