import { readFileSync } from 'node:fs'
import { logger, metrics } from '@mallhive/process-kit/telemetry'
import { DomainError } from '@mallhive/service-kit/errors'
import { expect, onTestFinished, test } from 'vitest'
import { openBundlePool } from './bundle-pool.ts'
import type { BundlePool, BundlePoolOptions } from './bundle-pool.ts'
import { callOf, optionalCall, testScope } from './testing.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
const code = fixture('faults.cjs')
const planted: Record<'faults' | 'extraFaults', Record<string, string[]>> = JSON.parse(fixture('faults.json'))
const honest = `exports.perMinute = {}; exports.handle = async () => Response.json({ pid: process.pid })`

function openPool(more: Partial<BundlePoolOptions> = {}): BundlePool {
  const log = logger('test')
  log.level = 'silent'
  const limits = { mostMb: 200, mostSpare: 2, mostSparePerMfe: 2, faultWindowMs: 60_000 }
  const pool = openBundlePool({ log, live: () => new Set(), onFault: () => {}, ...limits, ...more })
  onTestFinished(() => pool[Symbol.dispose]())
  return pool
}

test.each(Object.entries({ ...planted.faults, ...planted.extraFaults }))(
  'a bundle with the fault "%s" is named in the log, while another bundle keeps answering',
  async (fault, kinds) => {
    const name = `${fault}@1.0.0`
    const blamed = Promise.withResolvers<string[]>()
    const pool = openPool({ onFault: (release, { kind }) => blamed.resolve([release, kind]) })
    const bundle = await pool.open({ name, filename: 'main.cjs', code, live: true })
    const neighbour = await pool.open({ name: 'other@1.0.0', filename: 'main.cjs', code: honest, live: true })

    const scope = () => testScope({ signal: AbortSignal.timeout(fault === 'hang' ? 2100 : 60_000) })
    const calls = Array.from({ length: 3 }, () => bundle.call(callOf(fault), scope()).catch(() => {}))
    expect((await neighbour.call(callOf('x'), testScope())).status).toBe(200)
    const [release, kind] = await blamed.promise
    expect(release).toBe(name)
    expect(kinds).toContain(kind)
    await Promise.all(calls)
    expect(await metrics.metrics()).toContain(`bff_bundle_faults_total{release="${name}",fault="${kind}"} 1`)
    expect(pool.status().find((it) => it.release === name)?.faults).toMatchObject([{ kind }])
    expect((await neighbour.call(callOf('x'), testScope())).status).toBe(200)
  },
  60_000,
)

test('calls in flight answer 503 with a reason, later ones wait for a growing pause', async () => {
  let clock = 0
  const pool = openPool({ now: () => clock })
  const bundle = await pool.open({ name: 'team@1.0.0', filename: 'main.cjs', code, live: true })
  const call = (procedure: string) => bundle.call(callOf(procedure), testScope())
  const refusals = []
  for (let fault = 1; fault <= 3; fault++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(call('exit')).rejects.toMatchObject({ status: 503, reason: 'BUNDLE_FAILED' })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    refusals.push(await call('x').catch(({ reason }: { reason: string }) => reason))
    clock += 250 * 2 ** (fault - 1) - 1
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    refusals.push(await call('x').catch(({ reason }: { reason: string }) => reason))
    clock += 1
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await call('x')).status).toBe(200)
  }
  expect(refusals).toEqual(Array(6).fill('BUNDLE_RESTARTING'))
})

test('a live bundle restarts by itself', async () => {
  const pool = openPool({ live: () => new Set(['team@1.0.0']) })
  const bundle = await pool.open({ name: 'team@1.0.0', filename: 'main.cjs', code, live: true })
  const [before] = pool.status()
  await bundle.call(callOf('exit'), testScope()).catch(() => {})
  await expect.poll(() => pool.status()[0]?.pid ?? before?.pid, { timeout: 10_000 }).not.toBe(before?.pid)
})

test('versions that are not live share a bounded number of processes and restart on demand', async () => {
  const pool = openPool()
  const open = (version: string) =>
    pool.open({ name: `team@${version}`, filename: 'main.cjs', code: honest, live: false })
  const first = await open('1.0.0')
  await open('1.1.0')
  await open('1.2.0')
  const running = () => pool.status().flatMap(({ release, pid }) => (pid ? [release] : []))
  expect(running()).toEqual(['team@1.1.0', 'team@1.2.0'])
  expect((await first.call(callOf('x'), testScope())).status).toBe(200)
  expect(running()).toEqual(['team@1.0.0', 'team@1.2.0'])
  expect(pool.status().flatMap(({ faults }) => faults)).toEqual([])
})

test('versions that start at the same time count against the bound', async () => {
  const pool = openPool()
  const open = (version: string) =>
    pool.open({ name: `team@${version}`, filename: 'main.cjs', code: honest, live: false })
  const opened = await Promise.allSettled(['1.0.0', '1.1.0', '1.2.0', '1.3.0'].map(open))
  expect(opened.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
  expect(opened[2]).toMatchObject({ reason: { status: 503, reason: 'BUNDLE_BUSY' } })
})

test('one team’s versions leave room for the versions of others', async () => {
  const pool = openPool({ mostSpare: 3 })
  const open = (name: string) => pool.open({ name, filename: 'main.cjs', code: honest, live: false })
  await open('other@1.0.0')
  for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.3.0'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await open(`team@${version}`)
  const running = pool.status().flatMap(({ release, pid }) => (pid ? [release] : []))
  expect(running).toEqual(['other@1.0.0', 'team@1.2.0', 'team@1.3.0'])
})

test('a version that is busy without end gives way once its calls have ended', async () => {
  const pool = openPool({ mostSpare: 1 })
  const hanging = `exports.perMinute = {}; exports.handle = () => new Promise(() => {})`
  const open = (version: string, source: string) =>
    pool.open({ name: `team@${version}`, filename: 'main.cjs', code: source, live: false })
  const busy = await open('1.0.0', hanging)
  const caller = new AbortController()
  const call = busy.call(callOf('x'), testScope({ signal: caller.signal })).catch(({ status }) => status)
  await expect(open('1.1.0', honest)).rejects.toMatchObject({ reason: 'BUNDLE_BUSY' })
  await expect(busy.call(callOf('x'), testScope())).rejects.toMatchObject({ reason: 'BUNDLE_BUSY' })
  caller.abort()
  expect(await call).toBe(499)
  await open('1.1.0', honest)
  expect(pool.status().flatMap(({ release, pid }) => (pid ? [release] : []))).toEqual(['team@1.1.0'])
})

test('a call that waited while its version was unloaded does not start it again', async () => {
  const pool = openPool()
  const bundle = await pool.open({ name: 'team@1.0.0', filename: 'main.cjs', code: honest, live: false })
  pool.close('team@1.0.0')
  await expect(bundle.call(callOf('x'), testScope())).rejects.toMatchObject({ status: 503 })
  expect(await metrics.metrics()).toContain('bff_bundle_processes 0')
})

test('a version that is unloaded while it starts leaves no process', async () => {
  const pool = openPool()
  const opened = pool.open({ name: 'team@1.0.0', filename: 'main.cjs', code: honest, live: false })
  pool.close('team@1.0.0')
  await expect(opened).rejects.toMatchObject({ status: 503 })
  expect(pool.status()).toEqual([])
})

test('a version that sets too many cookies is blamed, the cookies are dropped, and its process goes on', async () => {
  const faults: string[] = []
  const pool = openPool({ onFault: (name, { kind }) => faults.push(`${name} ${kind}`) })
  const sets = `
    let n = 0
    exports.perMinute = {}
    exports.handle = async (request, context) => {
      context.setCookie('seen-' + ++n, 'x', { maxAgeSeconds: 60 })
      return new Response()
    }`
  const bundle = await pool.open({ name: 'team@1.0.0', filename: 'main.cjs', code: sets, live: true })
  const cookies: string[] = []
  const scope = testScope({ setCookie: ({ name }) => void cookies.push(name) })
  const statuses = await Promise.all(
    Array.from({ length: 20 }, async () => (await bundle.call(callOf('x'), scope)).status),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(cookies).toHaveLength(8)
  expect(faults).toEqual(['team@1.0.0 COOKIES'])
  expect(pool.status()).toMatchObject([{ faults: [{ kind: 'COOKIES' }] }])
})

test('a cookie for half a second fails its call, and its process goes on', async () => {
  const faults: string[] = []
  const pool = openPool({ onFault: (name, { kind }) => faults.push(`${name} ${kind}`) })
  const half = `
    exports.perMinute = {}
    exports.handle = async (request, context) => {
      if (request.url.endsWith('half')) context.setCookie('half', 'x', { maxAgeSeconds: 0.5 })
      return new Response()
    }`
  const bundle = await pool.open({ name: 'team@1.0.0', filename: 'main.cjs', code: half, live: true })
  await expect(bundle.call(callOf('half'), testScope())).rejects.toThrow('failed by the bundle')
  expect((await bundle.call(callOf('whole'), testScope())).status).toBe(200)
  expect(faults).toEqual([])
})

test.each([
  `throw new Error('boom')`,
  `exports.other = 1`,
  `require('left-pad')`,
  `for (;;);`,
  `const kept = []; for (;;) kept.push(Buffer.alloc(1 << 20, 1))`,
])('a bundle that cannot start is refused: %s', async (broken) => {
  const pool = openPool({ startWithinMs: 2000 })
  const opened = pool.open({ name: 'team@1.0.0', filename: 'main.cjs', code: broken, live: true })
  await expect(opened).rejects.toMatchObject({ kind: 'FAILED_TO_START' })
  expect(pool.status()).toMatchObject([
    { release: 'team@1.0.0', pid: undefined, faults: [{ kind: 'FAILED_TO_START' }] },
  ])
})

test('a live version that cannot start counts as live when it is blamed, and waits before its next start', async () => {
  let clock = 0
  const blamed: unknown[] = []
  const pool = openPool({
    now: () => clock,
    onFault: (name, _fault, state) => blamed.push({ name, ...state }),
  })
  const open = () =>
    pool.open({ name: 'team@1.0.0', filename: 'main.cjs', code: 'process.exit(3)', live: true })
  await expect(open()).rejects.toMatchObject({ kind: 'FAILED_TO_START' })
  await expect(open()).rejects.toMatchObject({ reason: 'BUNDLE_RESTARTING' })
  clock += 250
  await expect(open()).rejects.toMatchObject({ kind: 'FAILED_TO_START' })
  expect(blamed).toEqual([
    { name: 'team@1.0.0', ends: 1, live: true },
    { name: 'team@1.0.0', ends: 2, live: true },
  ])
})

test('the faults of a version and its pauses outlive its unloading, until the window ends', async () => {
  let clock = 0
  const pool = openPool({ now: () => clock })
  const open = () => pool.open({ name: 'team@1.0.0', filename: 'main.cjs', code, live: false })
  const bundle = await open()
  await bundle.call(callOf('exit'), testScope()).catch(() => {})
  pool.close('team@1.0.0')
  expect(pool.status()).toMatchObject([{ release: 'team@1.0.0', faults: [{ kind: 'EXITED' }] }])
  await expect(open()).rejects.toMatchObject({ reason: 'BUNDLE_RESTARTING' })
  clock += 60_000
  expect(pool.status()).toEqual([])
  await open()
})

test('a version whose calls get no answer switches no service off for another version', async () => {
  const pool = openPool()
  const open = (version: string) =>
    pool.open({ name: `team@${version}`, filename: 'main.cjs', code: optionalCall, live: true })
  const [live, canary] = [await open('1.0.0'), await open('1.1.0')]
  let asked = 0
  const call = (bundle: typeof live, callRpc: () => Promise<Uint8Array>) =>
    bundle.call(callOf('optional'), testScope({ callRpc: () => (asked++, callRpc()) }))
  const late = () =>
    Promise.reject(DomainError.fromWire('unavailable', 'DEADLINE_EXCEEDED', 'the call took too long', {}))
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (let n = 0; n < 5; n++) await call(canary, late)
  expect(asked).toBe(3)
  await call(live, async () => new Uint8Array())
  expect(asked).toBe(4)
})

test('a line that a bundle logs carries the trace of its call', async () => {
  const lines: unknown[] = []
  const log = Object.assign(logger('test'), { info: (fields: unknown) => void lines.push(fields) })
  const writes = `exports.perMinute = {}; exports.handle = async (_, { log }) => {
    log.info({ cart: 7 }, 'seen')
    return new Response()
  }`
  const bundle = await openPool().open({ name: 'team@1.0.0', filename: 'main.cjs', code: writes, live: true })
  await bundle.call(callOf('x'), testScope({ log, trace: { traceId: 'a1', spanId: 'b2' } }))
  expect(lines).toEqual([{ bundle: { cart: 7 }, traceId: 'a1', spanId: 'b2' }])
})
