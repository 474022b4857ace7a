import { afterAll, beforeEach, expect, test } from 'vitest'
import { movePointer, readPointer } from './pointer.ts'
import { promote } from './promote.ts'
import { openRegistry } from './registry.ts'
import { retire } from './retire.ts'
import { rollback } from './rollback.ts'
import { faultyBucket, publishBundle } from './testing.ts'
import { withdraw } from './withdraw.ts'

const resources = new AsyncDisposableStack()
let bucket: Awaited<ReturnType<typeof faultyBucket>>
const by = 'ana'
const name = 'hello'
const withdrawn = { reason: 'WITHDRAWN' }

beforeEach(async () => {
  bucket = resources.use(await faultyBucket())
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) {
    await publishBundle(bucket, name, version, `exports.version = '${version}'`)
    await promote(bucket, { name, version, by })
  }
})
afterAll(() => resources.disposeAsync())

const end = (version: string, more: { rollback?: boolean } = {}) =>
  withdraw(bucket, { name, version, by, reason: 'it leaks', ...more })
const live = async () => (await readPointer(bucket, name))?.stable
const open = async () =>
  resources.use(await openRegistry({ ...bucket, kind: 'ssr', run: () => ({}), intervalMs: 1e9 }))

test('a withdrawn version cannot be loaded on any host, and is dropped from memory within one poll', async () => {
  const registry = await open()
  await registry.ensure(name, '1.1.0')
  await registry.ensure(name, '1.0.0', 'published')
  await end('1.1.0')
  await end('1.0.0')
  await registry.poll()
  expect(registry.status().loaded).toEqual(['hello@1.2.0'])
  for (const version of ['1.0.0', '1.1.0'])
    for (const reach of ['promoted', 'published'] as const)
      await expect(registry.ensure(name, version, reach)).rejects.toMatchObject(withdrawn)
  // A host that starts later refuses it as well.
  await expect((await open()).ensure(name, '1.1.0')).rejects.toMatchObject(withdrawn)
})

test('a version that was promoted and withdrawn since the last poll is refused and not executed', async () => {
  const ran: string[] = []
  const run = ({ release }: { release: { version: string } }) => void ran.push(release.version)
  const registry = resources.use(await openRegistry({ ...bucket, kind: 'ssr', run, intervalMs: 1e9 }))
  await publishBundle(bucket, name, '1.3.0', `exports.version = '1.3.0'`)
  await promote(bucket, { name, version: '1.3.0', by })
  await end('1.3.0', { rollback: true })
  await expect(registry.ensure(name, '1.3.0')).rejects.toMatchObject(withdrawn)
  expect(ran).toEqual(['1.2.0'])
})

test('a withdrawn version is never live again: promote and canary refuse it, rollback skips it', async () => {
  await end('1.1.0')
  await expect(promote(bucket, { name, version: '1.1.0', by })).rejects.toMatchObject(withdrawn)
  await expect(promote(bucket, { name, version: '1.1.0', by, percent: 5 })).rejects.toMatchObject(withdrawn)
  expect((await rollback(bucket, { name, by })).stable).toBe('1.0.0')
  expect(await end('1.1.0')).toMatchObject({ moved: false, pointer: { stable: '1.0.0' } })
})

test('withdrawing a live version requires a rollback, to the newest earlier version that is not withdrawn', async () => {
  await expect(end('1.2.0')).rejects.toMatchObject({ reason: 'INVALID' })
  expect(await live()).toBe('1.2.0')
  await end('1.1.0')
  const { pointer } = await end('1.2.0', { rollback: true })
  expect(pointer).toMatchObject({
    stable: '1.0.0',
    withdrawn: [
      { version: '1.1.0', by, reason: 'it leaks' },
      { version: '1.2.0', by, reason: 'it leaks' },
    ],
  })
  expect(pointer.history[0]).toMatchObject({ action: 'withdraw', withdrew: '1.2.0', why: 'it leaks', by })
  await expect(end('1.0.0', { rollback: true })).rejects.toMatchObject({ reason: 'NOTHING_LIVE' })
  expect(await live()).toBe('1.0.0')
})

test('withdrawing a canary ends it; another canary stays', async () => {
  await publishBundle(bucket, name, '1.3.0', 'exports.version = 3')
  await promote(bucket, { name, version: '1.3.0', by, percent: 10 })
  await end('1.0.0')
  expect(await readPointer(bucket, name)).toMatchObject({ canary: { version: '1.3.0', percent: 10 } })
  await expect(end('1.3.0')).rejects.toMatchObject({ reason: 'INVALID' })
  const { pointer } = await end('1.3.0', { rollback: true })
  expect([pointer.stable, pointer.canary]).toEqual(['1.2.0', undefined])
})

test('a withdrawn version stops serving even where the one that replaces it can’t be loaded', async () => {
  const registry = await open()
  await end('1.2.0', { rollback: true })
  bucket.faults.set(/1\.1\.0\/ssr/, '500')
  await registry.poll()
  expect(registry.stable(name)?.release.version).toBe('1.0.0')
  bucket.faults.clear()
})

test('the mark outlives the history and counts only with a valid signature', async () => {
  await end('1.0.0')
  const many = Array.from({ length: 3 }, (_, index) => index)
  for (const index of many)
    await movePointer(bucket, name, { by }, () => ({
      action: 'promote',
      stable: index % 2 ? '1.1.0' : '1.2.0',
    }))
  expect(await readPointer(bucket, name)).toMatchObject({ withdrawn: [{ version: '1.0.0' }] })
  const object = await bucket.store.read('mfe/hello/live.json')
  const forged = Buffer.from(object?.bytes ?? [])
    .toString()
    .replace('"withdrawn"', '"forgotten"')
  const headers = { contentType: 'application/json', cacheControl: 'no-cache' }
  await bucket.store.replace('mfe/hello/live.json', Buffer.from(forged), headers, object?.etag)
  await expect(readPointer(bucket, name)).rejects.toMatchObject({ reason: 'UNTRUSTED' })
})

test('a version must be published to be withdrawn, but its micro frontend need not have been live', async () => {
  await expect(end('9.9.9')).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  await publishBundle(bucket, 'other', '1.0.0', 'exports.version = 1')
  const registry = await open()
  await registry.ensure('other', '1.0.0', 'published')
  await withdraw(bucket, { name: 'other', version: '1.0.0', by, reason: 'it leaks' })
  await registry.poll()
  await expect(registry.ensure('other', '1.0.0', 'published')).rejects.toMatchObject(withdrawn)
  expect(registry.live().map(({ stable }) => stable.name)).toEqual(['hello'])
  await expect(rollback(bucket, { name: 'other', by })).rejects.toMatchObject({ reason: 'NOTHING_LIVE' })
  await publishBundle(bucket, 'other', '1.1.0', 'exports.version = 2')
  await promote(bucket, { name: 'other', version: '1.1.0', by })
  await registry.poll()
  expect(registry.stable('other')?.release.version).toBe('1.1.0')
})

test('a retired micro frontend stays retired, and does not return with a version withdrawn meanwhile', async () => {
  await retire(bucket, { name, by })
  expect((await end('1.2.0')).pointer).toMatchObject({ retired: true, stable: '1.2.0' })
  expect(await rollback(bucket, { name, by })).toMatchObject({ stable: '1.1.0' })
})
