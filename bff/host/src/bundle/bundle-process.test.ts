import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { CallScope } from './call-scope.ts'
import { openCallTime } from './call-time.ts'
import { hangDetector } from './hang-detector.ts'
import { callOf, startTestProcess, testScope } from './testing.ts'

async function startBundle(handle: string) {
  const bundle = await startTestProcess(`exports.perMinute = {}; exports.handle = ${handle}`)
  onTestFinished(() => bundle.end())
  return bundle
}

/** Returns the scope of a call and a function that ends it early, as a client that disconnects does. */
function endingScope(more: Partial<CallScope> = {}) {
  const caller = new AbortController()
  return { scope: testScope({ ...more, signal: caller.signal }), end: () => caller.abort() }
}

test('a call ends with its signal, although the bundle never answers', async () => {
  const bundle = await startBundle('() => new Promise(() => {})')
  const { scope, end } = endingScope()
  const call = bundle.call(callOf('x'), scope)
  expect(bundle.inFlight()).toBe(1)
  end()
  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  expect(bundle.inFlight()).toBe(0)
  await bundle.ping()
  expect(bundle.busy()).toBe(false)
})

test('a call whose client has gone before it began is not sent', async () => {
  const bundle = await startBundle('() => new Promise(() => {})')
  const { scope, end } = endingScope()
  end()
  await expect(bundle.call(callOf('x'), scope)).rejects.toMatchObject({ name: 'AbortError' })
  expect([bundle.inFlight(), bundle.busy()]).toEqual([0, false])
})

test.each([
  [
    'goes on',
    `await context.startGuest().catch(() => {}); context.setCookie('a', 'b', { maxAgeSeconds: 1 })`,
  ],
  [
    'awaits one request before another',
    `const one = context.startGuest(); await new Promise(() => {}); await one`,
  ],
])('a client that disconnects does not end the process of a procedure that %s', async (_what, work) => {
  const bundle = await startBundle(`async (request, context) => {
    if (request.url.endsWith('x')) { ${work} }
    return new Response()
  }`)
  const { scope, end } = endingScope({ startGuest: () => new Promise(() => {}) })
  const call = bundle.call(callOf('x'), scope)
  await bundle.ping()
  end()
  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  await bundle.ping()
  expect((await bundle.call(callOf('y'), testScope())).status).toBe(200)
})

test('a rejection that a bundle does not handle ends its process with the error as the reason', async () => {
  const bundle = await startBundle(
    `async () => { Promise.reject(new Error('forgotten')); return new Response() }`,
  )
  await bundle.call(callOf('x'), testScope()).catch(() => {})
  const fault = await bundle.ended
  expect(fault?.message.split('\n')[0]).toBe('exited with code 1: Unhandled rejection: Error: forgotten')
})

test.each([
  ['every character escaped', String.raw`'\0'`],
  ['characters of three bytes', `'\u20ac'`],
  ['halves of pairs', String.raw`'\ud800'`],
])('a log line of any length with %s is cut and does not end the process', async (_, character) => {
  const lines: { message: string; fields: object }[] = []
  const bundle = await startTestProcess(
    `module.exports = { perMinute: {}, handle: async (request, { log }) => {
      const long = ${character}.repeat(100_000)
      log.info({ long }, long)
      console.log(long)
      return new Response()
    } }`,
    { onLog: (line) => void lines.push(line) },
  )
  expect((await bundle.call(callOf('x'), testScope())).status).toBe(200)
  await bundle.ping()
  expect(lines.map(({ message }) => message.length)).toEqual([4000, 4000])
  expect(JSON.stringify(lines[0]?.fields).length).toBeLessThan(20_000)
})

test('a request after the answer of its call is not sent', async () => {
  const bundle = await startBundle(`async (request, context) => {
    setTimeout(() => context.startGuest())
    return new Response()
  }`)
  await bundle.call(callOf('x'), testScope())
  await bundle.ping()
  expect((await bundle.call(callOf('x'), testScope())).status).toBe(200)
})

test('a bundle that leaves calls unanswered is at fault; one that waits for a service, or on a busy machine, is not', async () => {
  let clock = 0
  let pongMs = 0
  const onHangs = vi.fn<(message: string) => void>()
  const noteCall = hangDetector({
    ping: () => ((clock += pongMs), Promise.resolve()),
    onHangs,
    now: () => clock,
  })
  /** Ends three calls that alternate between the bundle's own time and that of a service. */
  const endCalls = async ({ own, service, turns = 1 }: { own: number; service: number; turns?: number }) => {
    for (let calls = 0; calls < 3; calls++) {
      const time = openCallTime(() => clock)
      for (let turn = 0; turn < turns; turn++) {
        clock += own
        time.asked()
        clock += service
        time.answered()
      }
      noteCall(time)
      // oxlint-disable-next-line no-await-in-loop -- until the process has answered the ping
      await setImmediate()
    }
  }
  await endCalls({ own: 1900, service: 0 })
  await endCalls({ own: 100, service: 10_000 })
  await endCalls({ own: 500, service: 1500, turns: 5 })
  pongMs = 1500
  await endCalls({ own: 3000, service: 0 })
  expect(onHangs).not.toHaveBeenCalled()
  pongMs = 10
  await endCalls({ own: 3000, service: 0 })
  expect(onHangs).toHaveBeenCalledOnce()
  await endCalls({ own: 1500, service: 5, turns: 2 })
  expect(onHangs).toHaveBeenCalledTimes(2)
})

test('a call that ends during a slow service call is not the bundle’s fault', async () => {
  const onHangs = vi.fn<(message: string) => void>()
  let clock = 0
  const noteCall = hangDetector({ ping: () => Promise.resolve(), onHangs, now: () => clock })
  for (let calls = 0; calls < 3; calls++) {
    const time = openCallTime(() => clock)
    clock += 100
    time.asked()
    clock += 3000
    noteCall(time)
  }
  await setImmediate()
  expect(onHangs).not.toHaveBeenCalled()
})

test('a process that hangs in call after call is ended', async () => {
  const bundle = await startBundle('() => new Promise(() => {})')
  await Promise.all(
    Array.from({ length: 3 }, () =>
      bundle.call(callOf('x'), testScope({ signal: AbortSignal.timeout(2100) })).catch(() => {}),
    ),
  )
  expect(await bundle.ended).toMatchObject({ kind: 'HANGING' })
})

test.each([
  ['makes a service call now and then', `setInterval(() => context.startGuest().catch(() => {}), 700)`],
  ['answers the cancellation', `context.signal.addEventListener('abort', () => answered(new Response()))`],
])('a process that hangs in call after call and %s is ended', async (_what, work) => {
  const bundle = await startBundle(`(request, context) => new Promise((answered) => { ${work} })`)
  await Promise.all(
    Array.from({ length: 3 }, () =>
      bundle.call(callOf('x'), testScope({ signal: AbortSignal.timeout(2500) })).catch(() => {}),
    ),
  )
  expect(await bundle.ended).toMatchObject({ kind: 'HANGING' })
})
