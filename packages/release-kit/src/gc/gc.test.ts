import { afterAll, beforeEach, expect, test } from 'vitest'
import { releasePrefix, signatureKey } from '@mallhive/release-runtime/keys'
import { readPointer } from '@mallhive/release-runtime/pointer'
import { promote } from '@mallhive/release-runtime/promote'
import { readRelease } from '@mallhive/release-runtime/read-release'
import { openRegistry } from '@mallhive/release-runtime/registry'
import { retire } from '@mallhive/release-runtime/retire'
import { rollback } from '@mallhive/release-runtime/rollback'
import type { ReleaseStore } from '@mallhive/release-runtime/store'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { deleteRelease } from './delete-release.ts'
import { findGarbage } from './find-garbage.ts'

const day = 24 * 3600 * 1000
const keep = { retentionMs: 30 * day, newest: 0 }
const who = { name: 'hello', by: 'ana' }
let bucket: Awaited<ReturnType<typeof faultyBucket>>
const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())

beforeEach(async () => {
  bucket = resources.use(await faultyBucket())
  for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.3.0'])
    await publishBundle(bucket, 'hello', version, '0')
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) await promote(bucket, { ...who, version })
})

/** Returns the garbage after this many days. */
async function garbageAfter(days: number, more: Partial<typeof keep> = {}) {
  const garbage = await findGarbage(bucket, { ...keep, ...more, now: Date.now() + days * day })
  return garbage.map(({ version }) => version)
}

test('a live version, a canary and the target of a rollback are never garbage, at any age', async () => {
  await promote(bucket, { ...who, version: '1.3.0', percent: 10 })
  expect(await garbageAfter(1000)).toEqual(['1.0.0'])
})

test('a release is kept for the retention time after it was published, live or pinned, and the newest always', async () => {
  expect(await garbageAfter(29)).toEqual([])
  expect(await garbageAfter(31)).toEqual(['1.0.0', '1.3.0'])
  expect(await garbageAfter(31, { newest: 1 })).toEqual(['1.0.0'])

  // A pin uses it on the 20th day.
  const now = () => Date.now() + 20 * day
  const run = () => ({})
  const registry = resources.use(await openRegistry({ ...bucket, kind: 'ssr', run, intervalMs: 1e9, now }))
  await registry.ensure('hello', '1.3.0', 'published')
  await expect.poll(() => bucket.store.list('used/hello/1.3.0.json')).toHaveLength(1)
})

test('an unfinished publish is garbage after the same time', async () => {
  await bucket.store.remove(signatureKey('hello', '1.3.0'))
  expect(await garbageAfter(29)).toEqual([])
  expect(await garbageAfter(31, { newest: 9 })).toEqual(['1.3.0'])
})

test('a deleted release leaves no objects, and a live one is not deleted', async () => {
  expect(await deleteRelease(bucket, 'hello', '1.0.0')).toBe(true)
  expect(await bucket.store.list(releasePrefix('hello', '1.0.0'))).toEqual([])
  expect(await deleteRelease(bucket, 'hello', '1.2.0')).toBe(false)
  await readRelease(bucket, 'hello', '1.2.0')
})

/** The store, with a callback right before one kind of call. */
function interrupted(method: 'remove' | 'replace', happens: () => Promise<unknown>): ReleaseStore {
  let once = true
  return new Proxy(bucket.store, {
    get(store, name: keyof ReleaseStore) {
      const given = store[name]
      if (name !== method || typeof given !== 'function') return given
      return async (...args: never[]) => {
        if (once) {
          once = false
          await happens()
        }
        return Reflect.apply(given, store, args)
      }
    },
  })
}

test('a promotion during a deletion keeps the release whole', async () => {
  const store = interrupted('remove', () => promote(bucket, { ...who, version: '1.3.0' }))
  expect(await deleteRelease({ ...bucket, store }, 'hello', '1.3.0')).toBe(false)
  await readRelease(bucket, 'hello', '1.3.0')
  expect(await readPointer(bucket, 'hello')).toMatchObject({ stable: '1.3.0' })
})

test('a promotion after a deletion is refused, and the live version stays', async () => {
  const store = interrupted('replace', () => deleteRelease(bucket, 'hello', '1.3.0'))
  const late = promote({ ...bucket, store }, { ...who, version: '1.3.0' })
  await expect(late).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  expect(await readPointer(bucket, 'hello')).toMatchObject({ stable: '1.2.0' })
})

test('a refused promotion of a deleted version keeps what was changed since, and a retirement', async () => {
  let later: () => Promise<unknown> = () => promote(bucket, { ...who, version: '1.0.0' })
  let version = '1.3.0'
  const store = new Proxy(bucket.store, {
    get(given, name: keyof ReleaseStore) {
      if (name !== 'replace') return Reflect.get(given, name)
      return async (...args: Parameters<ReleaseStore['replace']>) => {
        const run = later
        later = async () => {}
        await deleteRelease(bucket, 'hello', version)
        const replaced = await given.replace(...args)
        await run()
        return replaced
      }
    },
  })
  const late = () => promote({ ...bucket, store }, { ...who, version })
  await expect(late()).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  expect(await readPointer(bucket, 'hello')).toMatchObject({ stable: '1.0.0' })

  await retire(bucket, who)
  version = '1.4.0'
  await publishBundle(bucket, 'hello', version, '0')
  await expect(late()).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  expect(await readPointer(bucket, 'hello')).toMatchObject({ stable: '1.0.0', retired: true })
})

test('a rollback to a deleted version changes nothing', async () => {
  expect(await deleteRelease(bucket, 'hello', '1.0.0')).toBe(true)
  await rollback(bucket, who)
  await expect(rollback(bucket, who)).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  expect(await readPointer(bucket, 'hello')).toMatchObject({ stable: '1.1.0' })
})
