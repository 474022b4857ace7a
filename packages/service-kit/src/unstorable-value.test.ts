import type { ConnectRouter } from '@connectrpc/connect'
import { NotificationsService } from '@mallhive/contracts/notifications'
import { sql } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import * as schema from '../fixtures/schema.ts'
import { accepts } from './callers.ts'
import { openDb } from './db.ts'
import { testEnv, testPlatform } from './testing.ts'

test.each(['text', 'jsonb'])('U+0000 that reaches PostgreSQL as %s is refused as BAD_TEXT', async (type) => {
  await using db = openDb(inject('engines').postgresUrl, { schema, poolSize: 1 })
  await using platform = testPlatform()
  const serve = (router: ConnectRouter) =>
    router.service(NotificationsService, {
      listDeliveries: async ({ recipient }) => {
        const value = type === 'text' ? recipient : JSON.stringify({ recipient })
        await db.execute(sql`select ${value}::${sql.raw(type)}`)
        return {}
      },
    })
  const start = accepts(NotificationsService, { listDeliveries: ['anyone'] })
  await platform.start('any', async (host) => host.routes(serve, [start]), testEnv({}))
  const client = platform.client(NotificationsService)
  await expect(client.listDeliveries({ recipient: 'a\0b' })).rejects.toMatchObject({
    kind: 'invalid',
    reason: 'BAD_TEXT',
  })
  await expect(client.listDeliveries({ recipient: 'a' })).resolves.toBeDefined()
})
