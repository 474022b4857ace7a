import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '@mallhive/release-kit/cli/run'
import { readPointer } from '@mallhive/release-runtime/pointer'
import { promote } from '@mallhive/release-runtime/promote'
import { advanceRollout } from '@mallhive/release-kit/rollout/advance'
import { remoteHealth } from '@mallhive/release-kit/rollout/remote-health'
import { drawLcp, randomFrom } from '@mallhive/release-kit/rollout/simulated-traffic'
import { startRollout } from '@mallhive/release-kit/rollout/start'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { testPartKey } from '@mallhive/service-kit/testing'
import { openTestReleaseHealth, servedReport } from '@mallhive/service-release-health/testing'
import { openServedDocuments } from '@mallhive/shell/server/served-documents'
import { afterAll, expect, test } from 'vitest'

// Sends simulated browser reports, on a fake clock, through the real ingest and Postgres; rollouts move a real pointer.

const scope = new AsyncDisposableStack()
let nowMs = Date.parse('2030-01-01T12:00:20Z')
const releaseHealth = scope.use(await openTestReleaseHealth(() => nowMs))
const { signing, faults, env: bucketEnv } = scope.use(await faultyBucket())
const keys = mkdtempSync(join(tmpdir(), 'mallhive-keys-'))
scope.defer(() => rmSync(keys, { recursive: true }))
const keyFile = join(keys, 'release-tools.pem')
writeFileSync(keyFile, testPartKey('release-tools'), { mode: 0o400 })
const shellKey = join(keys, 'shell.pem')
writeFileSync(shellKey, testPartKey('shell'), { mode: 0o400 })
/** Two processes of the shell, which take turns. */
const shells = [0, 1].map(() =>
  scope.use(openServedDocuments({ RELEASE_HEALTH_URL: releaseHealth.url, PART_KEY: shellKey }, console)),
)
const env = {
  ...bucketEnv,
  RELEASE_HEALTH_URL: releaseHealth.url,
  PART_KEY: keyFile,
}
const health = remoteHealth(env)
afterAll(() => scope.disposeAsync())

type Truth = { errorRate: number; lcpMedianMs: number }
const good: Truth = { errorRate: 0.01, lcpMedianMs: 1_500 }

/** Creates a micro frontend with a stable version and a candidate. */
async function team(steps?: number[]) {
  const name = `team-t${randomUUID().slice(0, 8)}`
  await publishBundle(signing, name, '1.0.0', 'one')
  await publishBundle(signing, name, '1.1.0', 'two')
  await promote(signing, { name, version: '1.0.0', by: 'ana' })
  if (steps) await startRollout(signing, { name, version: '1.1.0', by: 'ana', steps }, new Date(nowMs))
  return name
}

const random = randomFrom(1)

/** Sends the reports of shoppers' browsers for five seconds. */
async function traffic(name: string, documents: number, canary: Truth): Promise<void> {
  const live = await readPointer(signing, name)
  const opened = Array.from({ length: documents }, () => {
    const inCanary = random() * 100 < (live?.canary?.percent ?? 0)
    const version = (inCanary && live?.canary?.version) || live?.stable || ''
    const truth = version === '1.1.0' ? canary : good
    const failed = random() < truth.errorRate
    return {
      document: randomUUID(),
      page: `${name}/some-page`,
      releases: { [name]: version, footer: '3.0.0' },
      vitals: { lcp: drawLcp(random, truth.lcpMedianMs) },
      errors: failed
        ? [{ release: `${name}@${version}`, message: 'TypeError: x is undefined', count: 1 }]
        : [],
      rate: 1,
    }
  })
  for (const [index, { releases }] of opened.entries()) serve(releases, index)
  await Promise.all(shells.map((shell) => shell.flush()))
  // A listening socket queues only some hundreds of connections at a time.
  for (let sent = 0; sent < opened.length; sent += 100)
    await Promise.all(opened.slice(sent, sent + 100).map(send))
  await releaseHealth.deps.intake.drain()
  nowMs += 5_000
}

/** Counts a document as served, by one of the shells. */
function serve(versions: Record<string, string>, index: number, failed: string[] = []): void {
  const releases = Object.entries(versions).map(([name, version]) => ({ name, version }))
  shells[index % shells.length]?.count({ servedAtMs: nowMs, releases, failed: new Set(failed) })
}

async function send(report: Parameters<typeof servedReport>[0]): Promise<void> {
  const { status } = await fetch(`${releaseHealth.url}/_mall/beacon`, {
    method: 'POST',
    ...servedReport(report, nowMs),
  })
  if (status !== 204) throw new Error(`a report was answered with ${status}`)
}

const look = (name: string) => advanceRollout(signing, health, { name, by: 'desk', now: new Date(nowMs) })

/** Sends traffic and advances the rollout every five seconds until it ends. */
async function replay(name: string, documents: number, canary: Truth) {
  const began = nowMs
  while (nowMs - began < 3_600_000) {
    await traffic(name, documents, canary)
    const step = await look(name)
    if (step.verdict === 'done' || step.verdict === 'rollback') return { ...step, tookMs: nowMs - began }
  }
  throw new Error('the rollout did not end within an hour')
}

const historyOf = async (name: string) =>
  (await readPointer(signing, name))?.history
    .toReversed()
    .map(({ action, canary }) => canary?.percent ?? action)

test('a good canary reaches all shoppers step by step', async () => {
  const name = await team([10, 50, 100])
  const { verdict, pointer, tookMs } = await replay(name, 20, good)
  expect(verdict).toBe('done')
  expect(pointer).toMatchObject({ stable: '1.1.0', rollout: undefined, canary: undefined })
  expect(await historyOf(name)).toEqual(['promote', 10, 50, 'auto'])
  expect(tookMs).toBeGreaterThanOrEqual(10 * 60_000)
}, 120_000)

test('a canary at 10 % that crashes is rolled back within a minute of traffic, with the reason in the history', async () => {
  const name = await team([10, 50, 100])
  const { verdict, pointer, tookMs } = await replay(name, 20, { ...good, errorRate: 0.8 })
  expect(verdict).toBe('rollback')
  expect(tookMs).toBeLessThanOrEqual(60_000)
  expect(pointer).toMatchObject({ stable: '1.0.0', canary: undefined, rollout: undefined })
  expect(pointer?.history[0]).toMatchObject({ action: 'rollback', by: 'desk' })
  expect(pointer?.history[0]?.why).toMatch(
    /fails more often: errors in .* such as “TypeError: x is undefined”/,
  )
}, 60_000)

test('a slow canary is rolled back, with its timings in the history', async () => {
  const name = await team([10, 50, 100])
  const { verdict, pointer } = await replay(name, 50, { ...good, lcpMedianMs: 3_500 })
  expect(verdict).toBe('rollback')
  expect(pointer?.history[0]?.why).toMatch(
    /slower: p75 LCP of at least \d+ ms, where 1\.0\.0 has at most \d+ ms/,
  )
}, 120_000)

/** An attacker with an address per report fetches documents of the canary and posts good reports of them. */
async function forgeGoodReports(name: string, documents: number): Promise<void> {
  const page = `${name}/some-page`
  const forged = Array.from({ length: documents }, () => ({ document: randomUUID(), page, rate: 1 }))
  for (const one of forged) await send({ ...one, releases: { [name]: '1.1.0' } })
  await releaseHealth.deps.intake.drain()
}

test('forged good reports from many addresses advance no canary that fails on the server', async () => {
  const name = await team([50, 100])
  for (let seconds = 0; seconds < 400; seconds += 10) {
    const served = { [name]: '1.1.0' }
    for (let index = 0; index < 20; index++) {
      serve({ [name]: '1.0.0' }, index)
      // Half of them are the attacker's; the canary fails for shoppers and for the attacker alike.
      serve(served, index, index % 2 ? [name] : [])
    }
    await Promise.all(shells.map((shell) => shell.flush()))
    await forgeGoodReports(name, 10)
    for (let index = 0; index < 5; index++)
      await send(Object.assign({ document: randomUUID(), rate: 1 }, { releases: { [name]: '1.0.0' } }))
    nowMs += 10_000
  }
  expect(await look(name)).toMatchObject({
    verdict: 'wait',
    why: expect.stringContaining('it may fail more often on the server: errors in 50 %'),
    pointer: { canary: { percent: 50 } },
  })
})

test('reports of more documents than the shells served advance nothing, nor do reports without any counts', async () => {
  const name = await team([50, 100])
  const later = () => void (nowMs += 400_000)
  for (let index = 0; index < 150; index++)
    await send(Object.assign({ document: randomUUID(), rate: 1 }, { releases: { [name]: '1.0.0' } }))
  await forgeGoodReports(name, 150)
  later()
  expect(await look(name)).toMatchObject({
    verdict: 'wait',
    why: 'the shells have counted no document of 1.1.0 yet',
  })
  nowMs -= 400_000
  for (let index = 0; index < 149; index++) serve({ [name]: '1.1.0' }, index)
  for (let index = 0; index < 150; index++) serve({ [name]: '1.0.0' }, index)
  await Promise.all(shells.map((shell) => shell.flush()))
  later()
  expect(await look(name)).toMatchObject({
    verdict: 'wait',
    why: '150 documents reported on 1.1.0, but the shells served 149 with it',
  })
  nowMs -= 400_000
  serve({ [name]: '1.1.0' }, 0)
  await Promise.all(shells.map((shell) => shell.flush()))
  later()
  expect(await look(name)).toMatchObject({ verdict: 'done' })
})

test('with too little traffic the canary stays, and after a day it is rolled back', async () => {
  const name = await team([1, 10, 50, 100])
  for (let hour = 0; hour < 24; hour++) {
    await traffic(name, 20, good)
    expect(await look(name)).toMatchObject({ verdict: 'wait', pointer: { canary: { percent: 1 } } })
    nowMs += 3_595_000
  }
  nowMs += 300_000
  expect(await look(name)).toMatchObject({
    verdict: 'rollback',
    why: expect.stringMatching(/not clear after 24 hours/),
  })
})

test('several concurrent walkers take each step once', async () => {
  const name = await team([50, 80, 100])
  for (let seconds = 0; seconds < 310; seconds += 10) {
    await traffic(name, 20, good)
    nowMs += 5_000
  }
  const steps = await Promise.all(Array.from({ length: 8 }, () => look(name)))
  expect(steps.map(({ verdict }) => verdict).toSorted()).toEqual(['advance', ...Array(7).fill('wait')])
  expect(await historyOf(name)).toEqual(['promote', 50, 80])
})

/** Starts a rollout that shows another team's fragment, then makes a version without that fragment live. */
async function consumer(overrode?: string[]) {
  const [name, giver] = [await team(), await team()]
  const exposes = { teaser: { js: [], css: [] } }
  await publishBundle(signing, giver, '1.2.0', 'three', { exposes })
  await promote(signing, { name: giver, version: '1.2.0', by: 'ben' })
  await publishBundle(signing, name, '1.2.0', 'three', { consumes: [`${giver}/teaser`] })
  const begun = { name, version: '1.2.0', by: 'ana', overrode, steps: [50, 80, 100] }
  await startRollout(signing, begun, new Date(nowMs))
  await promote(signing, { name: giver, version: '1.0.0', by: 'ben' })
  return { name, giver }
}

test('each step runs the gate: it waits while the gate fails, and is rolled back with the reason when refused', async () => {
  const { name, giver } = await consumer()
  for (let seconds = 0; seconds < 300; seconds += 5) await traffic(name, 5, good)
  faults.set(new RegExp(`${giver}/live.json`), '500')
  const unanswered = await look(name)
  faults.clear()
  expect(unanswered).toMatchObject({
    verdict: 'wait',
    why: expect.stringContaining('the gate cannot be asked'),
  })
  const { verdict, pointer } = await look(name)
  expect(verdict).toBe('rollback')
  expect(pointer).toMatchObject({ stable: '1.0.0', canary: undefined, rollout: undefined })
  expect(pointer?.history[0]?.why).toContain(
    `consumed-fragment: ${giver}@1.0.0 does not expose ${giver}/teaser`,
  )
}, 60_000)

test('a refusal that was overridden at the start stops no later step', async () => {
  const { name } = await consumer(['consumed-fragment'])
  expect(await replay(name, 5, good)).toMatchObject({ verdict: 'done' })
  expect(await historyOf(name)).toEqual(['promote', 50, 80, 'auto'])
}, 120_000)

test('without release-health nothing moves', async () => {
  const name = await team([50, 100])
  const away = remoteHealth({ ...env, RELEASE_HEALTH_URL: 'http://127.0.0.1:9' })
  const later = new Date(nowMs + 48 * 3_600_000)
  const step = await advanceRollout(signing, away, { name, by: 'desk', now: later })
  expect(step).toMatchObject({ verdict: 'wait', why: expect.stringContaining('does not answer') })
})

test('a promotion by hand ends the rollout', async () => {
  const name = await team([50, 100])
  await promote(signing, { name, version: '1.1.0', percent: 20, by: 'ana' })
  expect(await look(name)).toMatchObject({ verdict: 'idle' })
})

test('promote --auto gives a first version to all, and without the address of release-health leaves the next to the desk', async () => {
  const name = `team-t${randomUUID().slice(0, 8)}`
  const lines: string[] = []
  const out = (line: string) => void lines.push(line)
  const shell = { cwd: '/', env: { ...bucketEnv, MALL_USER: 'pipeline' }, out, err: out }
  for (const version of ['1.0.0', '1.1.0']) {
    await publishBundle(signing, name, version, version)
    expect(await runCli(['promote', name, version, '--auto'], shell)).toBe(0)
  }
  expect(await readPointer(signing, name)).toMatchObject({
    stable: '1.0.0',
    canary: { version: '1.1.0', percent: 1 },
    rollout: { step: 0 },
  })
  expect(lines.at(-1)).toContain('stays at 1 % until the release desk')
})

test('promote --auto follows the rollout to its end, and can be stopped and run again', async () => {
  const name = await team()
  nowMs = Date.now()
  const lines: string[] = []
  const mall = async (signal: AbortSignal) => {
    const out = (line: string) => void lines.push(line)
    const shell = { cwd: '/', env: { ...env, MALL_USER: 'ana' }, out, err: out, interrupted: () => signal }
    return runCli(['promote', name, '1.1.0', '--auto', '--why', 'new summary'], shell)
  }
  expect(await mall(AbortSignal.abort())).toBe(0)
  expect(lines[0]).toBe(`${name} 1.1.0 begins with 1 % of shoppers`)
  expect(lines[1]).toContain('stays at 1 %')
  await traffic(name, 1_500, { ...good, errorRate: 1 })
  lines.length = 0
  expect(await mall(new AbortController().signal)).toBe(1)
  expect(lines[0]).toBe(`${name} 1.1.0 goes on at 1 % of shoppers`)
  expect(lines.at(-1)).toContain(`${name} 1.1.0 was taken back: it fails more often`)
}, 30_000)
