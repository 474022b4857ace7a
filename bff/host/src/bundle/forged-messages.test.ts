import { spawn } from 'node:child_process'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openServiceCalls } from './service-slots.ts'
import { callOf, startTestProcess, testScope } from './testing.ts'

const startForger = (forgery: string, serviceCalls = openServiceCalls()) =>
  startTestProcess('', { spawn: () => spawn(process.execPath, [forger, forgery]), serviceCalls })
const forger = fileURLToPath(new URL('../../fixtures/forger.mjs', import.meta.url))

test.each([
  'a response to a call that is not in flight',
  'two responses to one call',
  'a service call in a call that is not in flight',
  'a cookie in a call that is not in flight',
  'a cookie that sets another',
  'a guest in a call that is not in flight',
  'a second ready',
  'a pong without a ping',
  'a message of another kind',
  'no JSON',
  'a frame of four gigabytes',
  'a head longer than its frame',
  'a cookie with a body',
  'a head of a megabyte',
  'a log line of more than 64 KiB',
  'a log line with a list for fields',
  'a head with unknown fields',
  'fields too deep to serialise',
  'a head that gives a value twice',
  'a head with spaces',
  'an RPC named like a property of every object',
])('%s ends the process that sent it', async (forgery) => {
  const bundle = await startForger(forgery)
  const call = bundle.call(callOf('x'), testScope()).catch(() => {})
  expect(await bundle.ended).toMatchObject({ kind: 'MALFORMED' })
  await call
})

test.each(['more requests than a call may make', 'a flood of service calls'])(
  '%s end the process as a flood',
  async (forgery) => {
    const bundle = await startForger(forgery)
    const answer = Promise.withResolvers<Uint8Array>()
    let called = 0
    const callRpc = () => (called++, answer.promise)
    const call = bundle.call(callOf('x'), testScope({ callRpc })).catch(() => {})
    expect(await bundle.ended).toMatchObject({ kind: 'FLOODED' })
    await call
    answer.resolve(new Uint8Array())
    await setImmediate()
    expect(called).toBeLessThanOrEqual(8)
  },
)

test('a flood of messages about a call that has ended ends the process', async () => {
  const bundle = await startForger('a flood in a call that has ended')
  const signal = AbortSignal.timeout(50)
  await expect(bundle.call(callOf('x'), testScope({ signal }))).rejects.toMatchObject({ name: 'AbortError' })
  expect(await bundle.ended).toMatchObject({ kind: 'FLOODED' })
})

test('an answer that follows the cancellation of its call does not count: the process hangs', async () => {
  const bundle = await startForger('an answer to each cancellation')
  await Promise.all(
    Array.from({ length: 3 }, () =>
      bundle.call(callOf('x'), testScope({ signal: AbortSignal.timeout(2100) })).catch(() => {}),
    ),
  )
  expect(await bundle.ended).toMatchObject({ kind: 'HANGING' })
})

/** Calls two versions of one micro frontend, which make forty service calls in each call. */
async function callServices(slowAfterMs: number) {
  const serviceCalls = openServiceCalls(slowAfterMs)
  const versions = await Promise.all([
    startForger('forty service calls', serviceCalls),
    startForger('forty service calls', serviceCalls),
  ])
  onTestFinished(() => versions.forEach((it) => it.end()))
  const services = { running: 0, most: 0, done: 0, release: Promise.withResolvers<void>() }
  async function callRpc() {
    services.most = Math.max(services.most, ++services.running)
    await services.release.promise
    services.running--
    services.done++
    return new Uint8Array()
  }
  const call = (version: number) =>
    void versions[version]?.call(callOf('x'), testScope({ callRpc })).catch(() => {})
  return { services, call, ping: () => versions[1].ping() }
}

test('a call has at most 4 service calls at once, all versions of a micro frontend 6; the others wait', async () => {
  const { services, call, ping } = await callServices(60_000)
  call(0)
  await expect.poll(() => services.most).toBe(4)
  for (let n = 0; n < 5; n++) call(1)
  await expect.poll(() => services.most).toBe(6)
  await ping()
  services.release.resolve()
  await expect.poll(() => services.done).toBe(240)
  expect(services.most).toBe(6)
})

test('slow service calls leave room for others, up to 32', async () => {
  const { services, call } = await callServices(1)
  for (let n = 0; n < 5; n++) call(1)
  await expect.poll(() => services.most).toBe(32)
  services.release.resolve()
  await expect.poll(() => services.done).toBe(200)
  expect(services.most).toBe(32)
})

test('a call’s requests beyond its hundredth are refused, and its process goes on', async () => {
  const bundle = await startTestProcess(`
    exports.perMinute = {}
    exports.handle = async (request, context) => {
      const service = { typeName: 'a.B', methods: [{ name: 'C', localName: 'c', input: message, output: message }] }
      const client = context.client(service)
      const ends = await Promise.allSettled(Array.from({ length: 160 }, () => client.c({})))
      return Response.json(ends.filter(({ status }) => status === 'fulfilled').length)
    }
    const message = { kind: 'message', typeName: 'x.Empty', file: { edition: 999 }, fields: [], members: [], oneofs: [], field: {} }`)
  onTestFinished(() => bundle.end())
  const callRpc = () => Promise.resolve(new Uint8Array())
  const { body } = await bundle.call(callOf('x'), testScope({ callRpc }))
  expect(body.toString()).toBe('100')
})

test('requests beyond the bytes that the host holds for a bundle are refused', async () => {
  const bundle = await startForger('requests of seventeen megabytes')
  onTestFinished(() => bundle.end())
  let called = 0
  const callRpc = () => (called++, new Promise<Uint8Array>(() => {}))
  void bundle.call(callOf('x'), testScope({ callRpc })).catch(() => {})
  await bundle.ping()
  expect(called).toBe(4)
})

test('a process that closes the channel has ended, and its calls fail', async () => {
  const bundle = await startForger('the end of the channel')
  await expect(bundle.call(callOf('x'), testScope())).rejects.toMatchObject({ kind: 'EXITED' })
})
