import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { baseEnv } from '@mallhive/infra-local/base-env'
import { startChild } from '@mallhive/infra-local/child-process'
import { openPostgres } from '@mallhive/infra-local/engines/postgres'
import { openRedis } from '@mallhive/infra-local/engines/redis'
import { freePort } from '@mallhive/infra-local/free-port'
import { wipeState } from '@mallhive/infra-local/mall/wipe-state'
import { OrderPaidSchema } from '@mallhive/contracts/orders'
import { openBus } from '@mallhive/service-kit/bus'
import { openDb } from '@mallhive/service-kit/db'
import { outboxTable, publish } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import { pgSchema } from 'drizzle-orm/pg-core'

import { rootDir } from '../../paths.ts'
import { emulated } from './open-emulator.ts'

const longestMs = 150_000

/**
 * Sends one event through what Terraform made, with the processes of the services themselves: orders' relay puts it on the bus, a
 * rule brings it to the queue, notifications' consumer makes the delivery of a mail of it. One that cannot be parsed becomes a dead
 * letter. Returns what went wrong.
 */
export async function eventTrip(url: string): Promise<string[]> {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-events-'))
  chmodSync(stateDir, 0o755)
  await using stack = new AsyncDisposableStack()
  stack.defer(() => wipeState(stateDir))
  const logDir = join(stateDir, 'logs')
  const engine = { stateDir, logDir, durable: false }
  const postgres = await openPostgres(engine)
  stack.defer(() => postgres.part?.stop())
  const redis = await openRedis({ ...engine, secret: 'test' })
  stack.defer(() => redis.part?.stop())
  const env = {
    ...baseEnv(),
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    PUBLIC_ORIGIN: 'https://mall.example',
    SMTP_URL: 'smtp://127.0.0.1:1',
    JWKS_URL: 'https://identity.invalid/jwks',
    PART_KEYS: '{"keys":[]}',
    AWS_REGION: 'eu-central-1',
    AWS_ACCOUNT_ID: emulated,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    // Only the SDK reads these: to the services it is AWS, where they make nothing themselves.
    AWS_ENDPOINT_URL_SQS: url,
    // Topics are out of reach: what arrives came over the bus.
    AWS_ENDPOINT_URL_SNS: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_EVENTBRIDGE: url,
  }
  for (const [service, more] of [
    ['orders', { EVENT_BUS: 'mallhive' }],
    ['notifications', {}],
  ] as const) {
    const port = await freePort()
    const part = await startChild({
      name: service,
      command: process.execPath,
      args: [join(rootDir, 'services', service, 'src/main.ts')],
      env: { ...env, ...more, PORT: String(port) },
      logFile: join(logDir, `${service}.log`),
      ready: async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok,
    })
    stack.defer(() => part.stop())
  }

  await using db = openDb(postgres.url, { schema: {} })
  using bus = openBus({ ...env, AWS_ENDPOINT_URL: url, EVENT_BUS: 'mallhive' })
  const outbox = outboxTable(pgSchema('orders'))
  const order = { number: 'MH-1', email: 'ada@example.test' }
  await db.transaction((tx) => publish(tx, outbox, OrderPaidSchema, { order }, randomUUID()))
  const poison = { id: randomUUID(), type: OrderPaidSchema.typeName, body: '{"payload":"unreadable"}' }
  await bus.publish('mallhive-orders-events', [poison])

  const delivered = () =>
    db.execute(sql`select 1 from notifications.delivery where recipient = ${order.email}`)
  const dead = () => bus.depth(`${url}/${emulated}/mallhive-notifications-dlq`)
  const [arrived, died] = await Promise.all([
    within(longestMs, async () => (await delivered()).rowCount === 1),
    within(longestMs, async () => (await dead()).visible === 1),
  ])
  return [
    ...(arrived ? [] : ['an event of orders did not reach notifications over the bus']),
    ...(died ? [] : ['an event that cannot be parsed did not become a dead letter']),
  ]
}

async function within(ms: number, holds: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await delay(250)) if (await holds()) return true
  return false
}
