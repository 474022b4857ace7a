import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { create, createFileRegistry, fromBinary } from '@bufbuild/protobuf'
import { type FileDescriptorProto, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import {
  DeliverySchema,
  ListDeliveriesRequestSchema,
  NotificationsService,
} from '@mallhive/contracts/notifications'
import { Code, type ConnectRouter, createClient, type HandlerContext } from '@connectrpc/connect'
import { createGrpcTransport } from '@connectrpc/connect-node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { contractsOf } from './contracts.ts'
import { actingAs, actorOf } from './auth.ts'
import { accepts } from './callers.ts'
import { DomainError } from './errors.ts'
import { openPlatform } from './platform.ts'
import { createServiceClient, remoteTransport } from './rpc-client.ts'
import type { Host, Start } from './service.ts'
import { logger } from '@mallhive/process-kit/telemetry'
import { testActor, testEnv, testPartKeys, testPlatform } from './testing.ts'

const kept = create(DeliverySchema, { recipient: 'ada@example.test' })
let received: unknown
let hanging = 0
const ended = ({ signal }: HandlerContext) => {
  hanging--
  return signal.reason
}
let seen: { remainingMs?: number; traceparent?: string | null } = {}

const domainError = DomainError.of({ OUT_OF_STOCK: 'conflict' })

const answers: Record<string, (ctx: HandlerContext) => object> = {
  refuse: () => {
    throw domainError('OUT_OF_STOCK', 'none left', { sku: 'MUG-1' })
  },
  break: () => {
    throw new Error('password=hunter2')
  },
  whoami: (ctx) => ({ nextCursor: `${actorOf(ctx).kind} ${actorOf(ctx).id}` }),
  hang: (ctx) => new Promise((_, reject) => ctx.signal.addEventListener('abort', () => reject(ended(ctx)))),
  share: () => ({ deliveries: [kept] }),
  look: (ctx) => {
    const remainingMs = ctx.timeoutMs()
    seen = { remainingMs, traceparent: ctx.requestHeader.get('traceparent') }
    return {}
  },
}
const routes = (router: ConnectRouter) =>
  router.service(NotificationsService, {
    listDeliveries: async (request, ctx) => {
      received = request
      return answers[request.cursor]?.(ctx) ?? {}
    },
  })
const echo: Start = async (host) => {
  host.routes(routes, [accepts(NotificationsService, ['anyone'])])
  host.readiness('database', async () => {
    if (broken) throw new Error('gone')
  })
}
let broken = false
let caller: Host
let url: string
const platform = testPlatform()

beforeAll(async () => {
  const env = testEnv({ PART_KEYS: testPartKeys(['caller']) })
  await platform.start('echo', echo, env)
  await platform.start('caller', async (host) => void (caller = host), env)
  url = await platform.listen({ port: 0 })
})
afterAll(() => platform[Symbol.asyncDispose]())

const transports = () => ({
  'in memory': caller.client(NotificationsService),
  'over HTTP/1.1': createServiceClient(
    NotificationsService,
    (service) => remoteTransport(service, { NOTIFICATIONS_URL: url }),
    async () => undefined,
  ),
})

test.each(['in memory', 'over HTTP/1.1'] as const)(
  '%s a refusal keeps its kind, reason and details',
  async (way) => {
    const call = transports()[way].listDeliveries({ cursor: 'refuse' })
    await expect(call).rejects.toMatchObject({
      name: 'DomainError',
      kind: 'conflict',
      reason: 'OUT_OF_STOCK',
      message: 'none left',
      details: { sku: 'MUG-1' },
    })
  },
)

test.each(['in memory', 'over HTTP/1.1'] as const)('%s a bug is masked behind a reference', async (way) => {
  const client = transports()[way]
  const error = await client.listDeliveries({ cursor: 'break' }).catch((e) => e)
  expect(error.code).toBe(Code.Internal)
  expect(error.message).toMatch(/internal error, reference [0-9a-f-]{36}/)
  expect(error.message).not.toContain('hunter2')
})

test('a call authenticates as the part itself, or as the actor of `actingAs`', async () => {
  const client = caller.client(NotificationsService)
  const actor = await testActor({ id: 'u7' })
  expect((await client.listDeliveries({ cursor: 'whoami' })).nextCursor).toBe('part caller')
  expect((await client.listDeliveries({ cursor: 'whoami' }, actingAs(actor))).nextCursor).toBe('account u7')
})

test('over the network a call without a token has no actor, and one with a bad token is refused', async () => {
  const client = transports()['over HTTP/1.1']
  await expect(client.listDeliveries({ cursor: 'whoami' })).rejects.toMatchObject({
    reason: 'UNAUTHENTICATED',
  })
  const forged = client.listDeliveries({ cursor: 'look' }, actingAs({ token: 'a.b.c' }))
  await expect(forged).rejects.toMatchObject({ reason: 'INVALID_TOKEN' })
})

test('a stock gRPC client reaches the same port by HTTP/2', async () => {
  const client = createClient(NotificationsService, createGrpcTransport({ baseUrl: url }))
  const { token } = await testActor({ id: 'u9' })
  const answer = await client.listDeliveries({ cursor: 'whoami' }, actingAs({ token }))
  expect(answer.nextCursor).toBe('account u9')
  await expect(client.listDeliveries({ cursor: 'refuse' })).rejects.toMatchObject({
    code: Code.FailedPrecondition,
  })
})

test('a call carries a deadline and the trace', async () => {
  await caller.client(NotificationsService).listDeliveries({ cursor: 'look' }, { timeoutMs: 1_500 })
  expect(seen.remainingMs).toBeLessThanOrEqual(1_500)
  expect(seen.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/)
})

test.each(['in memory', 'over HTTP/1.1'] as const)(
  '%s a deadline or cancellation ends the call and its handler’s signal',
  async (way) => {
    const client = transports()[way]
    hanging = 2
    const late = client.listDeliveries({ cursor: 'hang' }, { timeoutMs: 50 })
    await expect(late).rejects.toMatchObject({ kind: 'unavailable', reason: 'DEADLINE_EXCEEDED' })
    const gone = client.listDeliveries({ cursor: 'hang' }, { signal: AbortSignal.timeout(50) })
    await expect(gone).rejects.toMatchObject({ code: Code.Canceled })
    await vi.waitFor(() => expect(hanging).toBe(0))
  },
)

test('in memory, caller and service share no message objects', async () => {
  const client = caller.client(NotificationsService)
  const request = create(ListDeliveriesRequestSchema, { cursor: 'share' })
  const first = await client.listDeliveries(request)
  expect(received).toEqual(request)
  expect(received).not.toBe(request)
  first.deliveries[0]!.recipient = 'mallory@example.test'
  expect((await client.listDeliveries(request)).deliveries[0]?.recipient).toBe('ada@example.test')
})

test('in memory, a release receives only fields of its own contracts', async () => {
  const answerTo = async (change: (file: FileDescriptorProto) => void) => {
    const files = fromBinary(FileDescriptorSetSchema, contractsOf([NotificationsService]))
    files.file.forEach(change)
    const service = createFileRegistry(files).getService(NotificationsService.typeName)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same service, as its descriptor says
    const client = caller.client(service as typeof NotificationsService)
    const answer = await client.listDeliveries({ cursor: 'share' })
    return JSON.stringify(answer)
  }
  expect(await answerTo(() => {})).toContain('ada@example.test')
  const older = ({ messageType }: FileDescriptorProto) =>
    messageType.forEach((message) => {
      message.field = message.field.filter(({ name }) => name !== 'recipient')
    })
  expect(await answerTo(older)).not.toContain('ada@example.test')
})

test('an unreachable service counts as unavailable, not as a bug', async () => {
  const gone = createServiceClient(
    NotificationsService,
    (service) => remoteTransport(service, { NOTIFICATIONS_URL: 'http://127.0.0.1:1' }),
    async () => undefined,
  )
  await expect(gone.listDeliveries({})).rejects.toMatchObject({ kind: 'unavailable' })
})

test('a service that ends during a call counts as unavailable, not as a bug', async () => {
  const dying = createServer((socket) => void socket.once('data', () => socket.destroy()))
  await once(dying.listen(0, '127.0.0.1'), 'listening')
  const { port } = dying.address() as AddressInfo
  const gone = createServiceClient(
    NotificationsService,
    (service) => remoteTransport(service, { NOTIFICATIONS_URL: `http://127.0.0.1:${port}` }),
    async () => undefined,
  )
  await expect(gone.listDeliveries({})).rejects.toMatchObject({ kind: 'unavailable', reason: 'INTERRUPTED' })
  dying.close()
})

test('readiness names the check that fails, while the process stays alive', async () => {
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  broken = true
  const answer = await fetch(`${url}/readyz`)
  broken = false
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ ready: false, failing: ['echo: database'] })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('the metrics count answers by method and code', async () => {
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text).toMatch(
    /rpc_server_duration_seconds_count\{[^}]*method="ListDeliveries",code="failedprecondition"\} \d/,
  )
})

test('stopping flips readiness, lets a running call finish, then closes resources in reverse', async () => {
  const log = logger('stopping')
  log.level = 'silent'
  const stopping = openPlatform({ log, readinessGraceMs: 50 })
  const order: string[] = []
  const started = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  await stopping.start(
    'slow',
    async (host) => {
      host.use({ [Symbol.dispose]: () => void order.push('first') })
      host.use({ [Symbol.dispose]: () => void order.push('second') })
      host.http(async (server) => {
        server.get('/slow', async () => {
          started.resolve()
          await release.promise
          order.push('answered')
          return 'done'
        })
      })
    },
    testEnv(),
  )
  const at = await stopping.listen({ port: 0 })
  const slow = fetch(`${at}/slow`).then((answer) => answer.text())
  await started.promise
  const stopped = stopping[Symbol.asyncDispose]()
  const ready = await fetch(`${at}/readyz`)
  expect(await ready.json()).toMatchObject({ failing: ['draining'] })
  release.resolve()
  expect(await slow).toBe('done')
  await stopped
  expect(order).toEqual(['answered', 'second', 'first'])
})

test('a draining service answers on kept connections and asks their clients to leave', async () => {
  const log = logger('draining')
  log.level = 'silent'
  const draining = openPlatform({ log, readinessGraceMs: 200 })
  const answer = async () => 'done'
  await draining.start('quick', async (host) => host.http(async (it) => void it.get('/', answer)), testEnv())
  const at = await draining.listen({ port: 0 })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = async () => {
    const [response] = await once(get(at, { agent }), 'response')
    const { connection, 'keep-alive': hint } = response.headers
    return { said: await readText(response), connection, hint }
  }
  expect(await ask()).toEqual({ said: 'done', connection: 'keep-alive', hint: 'timeout=4' })
  const stopped = draining[Symbol.asyncDispose]()
  expect(await ask()).toEqual({ said: 'done', connection: 'close', hint: undefined })
  await stopped
  agent.destroy()
})
