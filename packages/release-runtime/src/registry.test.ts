import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { promote } from './promote.ts'
import { openRegistry } from './registry.ts'
import { inThisProcess } from './registry/run-bundle.ts'
import type { RegistryOptions } from './registry.ts'
import { rollback } from './rollback.ts'
import { faultyBucket, publishBundle } from './testing.ts'
import type { Faults } from './testing.ts'
import type { SigningStore } from './trust/trusted-store.ts'

type Greeting = { greet: () => string }

let signing: SigningStore
let faults: Faults
let clock = 0
const resources = new AsyncDisposableStack()

beforeEach(async () => {
  clock = Date.parse('2026-01-01')
  const bucket = resources.use(await faultyBucket())
  ;({ signing, faults } = bucket)
  await publishBundle(signing, 'hello', '1.0.0', `exports.greet = () => 'one'`)
  await promote(signing, { name: 'hello', version: '1.0.0', by: 'ana' })
})
afterAll(() => resources.disposeAsync())

async function open(more: Partial<RegistryOptions<Greeting>> = {}) {
  const accept = (it: Record<string, unknown>): Greeting => {
    if (typeof it['greet'] !== 'function') throw new Error('no greeting')
    const { greet } = it
    return { greet: () => String(Reflect.apply(greet, undefined, [])) }
  }
  const options = {
    ...signing,
    kind: 'ssr',
    run: inThisProcess(accept),
    intervalMs: 1e9,
    now: () => clock,
    ...more,
  } as const
  return resources.use(await openRegistry<Greeting>(options))
}

async function release(version: string, code: string) {
  await publishBundle(signing, 'hello', version, code)
  await promote(signing, { name: 'hello', version, by: 'ana' })
}

const next = `exports.greet = () => 'two'`

test('a promoted version is live at the next poll, and a rollback as well', async () => {
  const registry = await open()
  await release('1.1.0', next)
  await registry.poll()
  expect(registry.stable('hello')?.module?.greet()).toBe('two')
  await rollback(signing, { name: 'hello', by: 'ana' })
  await registry.poll()
  expect(registry.stable('hello')?.module?.greet()).toBe('one')
})

test.each(['500', 'hang', 'truncate', 'alter', 'gone'] as const)(
  'new code that fails by "%s" leaves the last good version serving, and heals without a restart',
  async (fault) => {
    const registry = await open()
    await release('1.1.0', next)
    faults.set(/1\.1\.0\/ssr/, fault)
    await registry.poll()
    expect(registry.stable('hello')?.module?.greet()).toBe('one')
    expect(registry.status().failing).toMatchObject([{ name: 'hello', version: '1.1.0', attempts: 1 }])

    faults.clear()
    clock += 2000
    await registry.poll()
    expect(registry.stable('hello')?.module?.greet()).toBe('two')
    expect(registry.status().failing).toEqual([])
  },
)

test.each([`throw new Error('boom')`, `exports.other = 1`, `require('left-pad')`])(
  'code that can’t be used never becomes live: %s',
  async (code) => {
    const registry = await open()
    await release('1.1.0', code)
    await registry.poll()
    expect(registry.stable('hello')?.release.version).toBe('1.0.0')
  },
)

test('altered code is never executed', async () => {
  const registry = await open()
  await release('1.1.0', `globalThis.ran = true; exports.greet = () => 'x'`)
  faults.set(/1\.1\.0\/ssr/, 'alter')
  await registry.poll()
  expect(globalThis).not.toHaveProperty('ran')
})

test('a broken, older or missing pointer and an unreachable bucket change nothing', async () => {
  const registry = await open()
  for (const [pattern, fault] of [
    [/live\.json/, 'truncate'],
    [/live\.json/, 'gone'],
    [/./, '500'],
  ] as const) {
    faults.set(pattern, fault)
    await registry.poll()
    expect(registry.stable('hello')?.module?.greet()).toBe('one')
    faults.clear()
  }
})

test('an hour without the bucket changes nothing, is reported, and the next poll follows the pointers again', async () => {
  const registry = await open({ graceMs: 30_000 })
  await release('1.1.0', next)
  faults.set(/./, '500')
  const goneSince = new Date(clock).toISOString()
  for (let minute = 0; minute < 60; minute++) {
    await registry.poll()
    clock += 60_000
  }
  expect(registry.stable('hello')?.module?.greet()).toBe('one')
  expect(registry.assign(0)).toMatchObject({ hello: { version: '1.0.0' } })
  expect(registry.status().failing).toContainEqual(
    expect.objectContaining({ name: '*', since: goneSince, attempts: 60 }),
  )
  faults.clear()
  await registry.poll()
  expect(registry.stable('hello')?.module?.greet()).toBe('two')
  expect(registry.status().failing).toEqual([])
})

test('a shell that starts with broken server code still serves the release to browsers, and heals', async () => {
  faults.set(/ssr/, '500')
  const registry = await open({ withoutCode: true })
  expect(registry.assign(0)).toMatchObject({ hello: { version: '1.0.0' } })
  expect(registry.find('hello_1_0_0')?.module).toBeUndefined()
  faults.clear()
  clock += 2000
  await registry.poll()
  expect(registry.find('hello_1_0_0')?.module?.greet()).toBe('one')
})

test('superseded versions stay for the grace period, then their memory is freed', async () => {
  const evicted: string[] = []
  const registry = await open({ graceMs: 30_000, onEvict: ({ version }) => void evicted.push(version) })
  const before = retainedBytes()
  for (let swap = 1; swap <= 60; swap++) {
    await release(
      `2.0.${swap}`,
      `const ballast = new Uint8Array(1e6 + ${swap}); exports.greet = () => ballast.length`,
    )
    await registry.poll()
    clock += 10_000
  }
  expect(registry.status().loaded).toEqual(['hello@2.0.58', 'hello@2.0.59', 'hello@2.0.60'])
  expect(evicted).toHaveLength(58)
  // 60 MB were loaded in total.
  expect(retainedBytes() - before).toBeLessThan(15e6)
}, 60_000)

test('for a preview host a published version loads on demand, an unknown one is refused', async () => {
  const registry = await open({ maxNamed: 1 })
  const preview = (version: string) => registry.ensure('hello', version, 'published')
  await publishBundle(signing, 'hello', '1.1.0', next)
  expect((await preview('1.1.0')).module?.greet()).toBe('two')
  expect(registry.assign(0, { hello: '1.1.0' })).toMatchObject({ hello: { version: '1.1.0' } })
  await expect(preview('9.9.9')).rejects.toMatchObject({ reason: 'BUSY' })
  clock += 120_000
  await registry.poll()
  await expect(preview('9.9.9')).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  await expect(preview('../1.0.0')).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
})

test('a version that was never promoted is not executed for a shopper, even when it is loaded for a preview', async () => {
  const registry = await open()
  await publishBundle(signing, 'hello', '1.1.0', `globalThis.ran = true; ${next}`)
  await expect(registry.ensure('hello', '1.1.0')).rejects.toMatchObject({ reason: 'NOT_PROMOTED' })
  await expect(registry.ensure('hello', '0.0.0-dev.4103.abcdef')).rejects.toMatchObject({
    reason: 'NOT_PROMOTED',
  })
  expect(globalThis).not.toHaveProperty('ran')
  await registry.ensure('hello', '1.1.0', 'published')
  Reflect.deleteProperty(globalThis, 'ran')
  await expect(registry.ensure('hello', '1.1.0')).rejects.toMatchObject({ reason: 'NOT_PROMOTED' })
})

test('a promoted version can be loaded at once, before the next poll, even if it was refused or unknown before', async () => {
  const registry = await open()
  await publishBundle(signing, 'hello', '1.1.0', next)
  await expect(registry.ensure('hello', '1.1.0')).rejects.toMatchObject({ reason: 'NOT_PROMOTED' })
  await promote(signing, { name: 'hello', version: '1.1.0', percent: 1, by: 'ana' })
  expect((await registry.ensure('hello', '1.1.0')).module?.greet()).toBe('two')
  await publishBundle(signing, 'other', '1.0.0', next)
  await promote(signing, { name: 'other', version: '1.0.0', by: 'ana' })
  const both = await Promise.all([registry.ensure('other', '1.0.0'), registry.ensure('other', '1.0.0')])
  expect(both.map(({ release: { name } }) => name)).toEqual(['other', 'other'])
})

test('names and versions that do not exist cost the bucket a few reads in all, however many are named', async () => {
  let reads = 0
  const counted = {
    ...signing.store,
    readIfChanged: (...given: Parameters<typeof signing.store.readIfChanged>) => (
      (reads += 1),
      signing.store.readIfChanged(...given)
    ),
    folders: (prefix: string) => ((reads += 1), signing.store.folders(prefix)),
  }
  const registry = await open({ store: counted })
  reads = 0
  const startedAt = performance.now()
  for (let round = 0; round < 3; round += 1) {
    const named = Array.from({ length: 100 }, (_, n) => [
      registry.ensure(`unknown-n${n}`, '1.0.0'),
      registry.ensure('hello', `9.${round}.${n}`),
    ])
    // oxlint-disable-next-line no-await-in-loop -- rounds follow each other
    const answers = await Promise.allSettled(named.flat())
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { reason: 'NOT_PROMOTED' } })
  }
  // The list of names and the one pointer, each at most four times a second.
  const seconds = (performance.now() - startedAt) / 1000
  expect(reads).toBeLessThanOrEqual(2 * (1 + Math.ceil(seconds * 4)))
  expect(reads).toBeLessThan(20)
})

test('a pointer that can’t be read is no proof that a version was never live', async () => {
  const registry = await open()
  await release('1.1.0', next)
  faults.set(/live\.json/, '500')
  await expect(registry.ensure('hello', '1.1.0')).rejects.toMatchObject({ reason: 'UNREACHABLE' })
})

test('releases in quick succession leave room for the version that a document names', async () => {
  const registry = await open({ maxNamed: 1 })
  await release('1.1.0', next)
  await registry.poll()
  await release('1.2.0', next)
  await registry.poll()
  await publishBundle(signing, 'hello', '0.9.0', next)
  expect((await registry.ensure('hello', '0.9.0', 'published')).module?.greet()).toBe('two')
})

test('a superseded version can be loaded, and loaded again, for the retention time', async () => {
  const registry = await open({ graceMs: 1, retentionMs: 3_600_000 })
  await release('1.1.0', next)
  clock = Date.now()
  await registry.poll()
  clock += 3_500_000
  await registry.poll()
  expect(registry.status().loaded).toEqual(['hello@1.1.0'])
  expect((await registry.ensure('hello', '1.0.0')).module?.greet()).toBe('one')
  clock += 200_000
  await expect(registry.ensure('hello', '1.0.0')).rejects.toMatchObject({ reason: 'RETIRED' })
  expect((await registry.ensure('hello', '1.1.0')).release.version).toBe('1.1.0')
  expect((await registry.ensure('hello', '1.0.0', 'published')).module?.greet()).toBe('one')
  await rollback(signing, { name: 'hello', by: 'ana' })
  await registry.poll()
  expect((await registry.ensure('hello', '1.0.0')).module?.greet()).toBe('one')
})

test('a canary is assigned to its share of the buckets', async () => {
  const registry = await open()
  await publishBundle(signing, 'hello', '1.1.0', next)
  await promote(signing, { name: 'hello', version: '1.1.0', percent: 10, by: 'ana' })
  await registry.poll()
  const versions = [0, 999, 1000, 9999].map((bucket) => registry.assign(bucket)['hello']?.version)
  expect(versions).toEqual(['1.1.0', '1.1.0', '1.0.0', '1.0.0'])
})

test('a suspended version gives way to the last good one, its documents get EVICTED, and it comes back', async () => {
  const registry = await open()
  await release('1.1.0', next)
  await registry.poll()
  await registry.suspend('hello', '1.1.0', 'it fails', 60_000)
  expect(registry.stable('hello')?.release.version).toBe('1.0.0')
  await registry.poll()
  expect(registry.assign(0)).toMatchObject({ hello: { version: '1.0.0' } })
  await expect(registry.ensure('hello', '1.1.0')).rejects.toMatchObject({ reason: 'EVICTED' })
  expect(registry.status().suspended).toMatchObject([{ version: '1.1.0', why: 'it fails' }])
  clock += 60_000
  await registry.poll()
  expect(registry.stable('hello')?.release.version).toBe('1.1.0')
  expect(registry.status().suspended).toEqual([])
})

test('a suspended canary has no share, and a version without a good one before it stays', async () => {
  const registry = await open()
  await publishBundle(signing, 'hello', '1.1.0', next)
  await promote(signing, { name: 'hello', version: '1.1.0', percent: 10, by: 'ana' })
  await registry.poll()
  await registry.suspend('hello', '1.1.0', 'it fails', 60_000)
  expect(registry.assign(0)).toMatchObject({ hello: { version: '1.0.0' } })
  await registry.suspend('hello', '1.0.0', 'it fails as well', 60_000)
  expect(registry.assign(0)).toMatchObject({ hello: { version: '1.0.0' } })
  expect((await registry.ensure('hello', '1.0.0')).release.version).toBe('1.0.0')
})

/** External memory that survives a garbage collection. */
function retainedBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().arrayBuffers
}
