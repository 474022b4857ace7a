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
    expect(called).toBeLessThanOrEqual(16)
  },
)

test('a flood of messages about a call that has ended ends the process', async () => {
  const bundle = await startForger('a flood in a call that has ended')
  const signal = AbortSignal.timeout(50)
  await expect(bundle.call(callOf('x'), testScope({ signal }))).rejects.toMatchObject({ name: 'AbortError' })
  expect(await bundle.ended).toMatchObject({ kind: 'FLOODED' })
})

test('a call has at most 16 service calls at once, all versions of a micro frontend 64; the others wait', async () => {
  const serviceCalls = openServiceCalls()
  const [bundle, other] = await Promise.all([
    startForger('forty service calls', serviceCalls),
    startForger('forty service calls', serviceCalls),
  ])
  onTestFinished(() => [bundle, other].forEach((it) => it.end()))
  let running = 0
  let most = 0
  let done = 0
  const release = Promise.withResolvers<void>()
  async function callRpc() {
    most = Math.max(most, ++running)
    await release.promise
    running--
    done++
    return new Uint8Array()
  }
  void bundle.call(callOf('x'), testScope({ callRpc })).catch(() => {})
  await expect.poll(() => most).toBe(16)
  for (let call = 0; call < 5; call++) void other.call(callOf('x'), testScope({ callRpc })).catch(() => {})
  await expect.poll(() => most).toBe(64)
  await other.ping()
  release.resolve()
  await expect.poll(() => done).toBe(240)
  expect(most).toBe(64)
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
