import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { ConnectRouter } from '@connectrpc/connect'
import { NotificationsService } from '@mallhive/contracts/notifications'
import { sql } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import * as schema from '../fixtures/schema.ts'
import { accepts } from './callers.ts'
import { openDb } from './db.ts'
import { openRedis } from './redis.ts'
import { testEnv, testPartKeys, testPlatform } from './testing.ts'

interface Export {
  resourceSpans: { scopeSpans: { spans: ExportedSpan[] }[] }[]
}
interface ExportedSpan {
  name: string
  traceId: string
}

test('a request, the call it makes, its SQL and its Redis command are one trace, continued from outside', async () => {
  const exported: ExportedSpan[] = []
  const collector = createServer((request, response) => {
    void receive(json(request), exported).finally(() => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  const env = testEnv({
    PART_KEYS: testPartKeys(['all']),
    OTEL_EXPORTER_OTLP_ENDPOINT: process.env.OTEL_EXPORTER_OTLP_ENDPOINT,
  })

  const platform = testPlatform()
  await platform.start(
    'all',
    async (host) => {
      const db = host.use(openDb(inject('engines').postgresUrl, { schema }))
      const redis = host.use(openRedis(env.REDIS_URL!))
      const serve = (router: ConnectRouter) =>
        router.service(NotificationsService, {
          listDeliveries: async () => {
            await db.execute(sql`select 1`)
            await redis.ping()
            return {}
          },
        })
      host.routes(serve, [accepts(NotificationsService, ['part:all'])])
      host.http(async (server) => {
        server.get('/page', () =>
          host
            .client(NotificationsService)
            .listDeliveries({})
            .then(() => 'ok'),
        )
      })
    },
    env,
  )
  const url = await platform.listen({ port: 0 })
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  await fetch(`${url}/page`, { headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } })
  await platform[Symbol.asyncDispose]()
  collector.close()

  const names = exported.filter((span) => span.traceId === traceId).map((span) => span.name)
  const rpc = 'mallhive.notifications.v1.NotificationsService/ListDeliveries'
  expect(names.toSorted()).toEqual(['GET /page', 'PING', 'SELECT', rpc, rpc].toSorted())
})

async function receive(body: Promise<unknown>, spans: ExportedSpan[]): Promise<void> {
  const { resourceSpans } = (await body) as Export
  spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))
}
