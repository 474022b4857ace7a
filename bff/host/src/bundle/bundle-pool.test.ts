import { readFileSync } from 'node:fs'
import { logger, metrics } from '@mallhive/process-kit/telemetry'
import { expect, onTestFinished, test } from 'vitest'
import { openBundlePool } from './bundle-pool.ts'
import type { BundlePool, BundlePoolOptions } from './bundle-pool.ts'
import { callOf, testScope } from './testing.ts'

const code = readFileSync(new URL('../../fixtures/faults.cjs', import.meta.url), 'utf8')
const honest = `exports.perMinute = {}; exports.handle = async () => Response.json({ pid: process.pid })`

function openPool(more: Partial<BundlePoolOptions> = {}): BundlePool {
  const log = logger('test')
  log.level = 'silent'
  const limits = { mostMb: 200, mostSpare: 2, faultWindowMs: 60_000 }
  const pool = openBundlePool({ log, live: () => new Set(), onFault: () => {}, ...limits, ...more })
  onTestFinished(() => pool[Symbol.dispose]())
  return pool
}

test.each([
  ['rejection', ['EXITED']],
  ['timer', ['EXITED']],
  ['exit', ['EXITED']],
  ['recursion', ['EXITED']],
  ['loop', ['UNRESPONSIVE', 'CPU']],
  ['buffers', ['MEMORY']],
  ['objects', ['MEMORY', 'EXITED', 'UNRESPONSIVE', 'CPU']],
  ['flood', ['FLOODED']],
  ['timers', ['CPU', 'UNRESPONSIVE', 'MEMORY']],
])(
  'a bundle with the fault "%s" is ended and named in the log, while another bundle keeps answering',
  async (fault, kinds) => {
    const name = `${fault}@1.0.0`
    const blamed = Promise.withResolvers<string[]>()
    const pool = openPool({ onFault: (release, { kind }) => blamed.resolve([release, kind]) })
    const bundle = await pool.open({ name, filename: 'main.cjs', code, live: true })
    const neighbour = await pool.open({ name: 'other@1.0.0', filename: 'main.cjs', code: honest, live: true })

    const call = bundle.call(callOf(fault), testScope()).catch((error: unknown) => error)
    expect((await neighbour.call(callOf('x'), testScope())).status).toBe(200)
    const [release, kind] = await blamed.promise
    expect(release).toBe(name)
    expect(kinds).toContain(kind)
    await call
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
})
