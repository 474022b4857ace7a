import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { BuiltRelease } from './build.ts'
import { headersFor } from './file-headers.ts'
import { readPointer } from './pointer.ts'
import { promote } from './promote.ts'
import { publish } from './publish.ts'
import { rollback } from './rollback.ts'
import type { ReleaseStore } from './store.ts'
import { bundleDescriptor, faultyBucket, publishBundle } from './testing.ts'

let store: ReleaseStore
const resources = new AsyncDisposableStack()
beforeEach(async () => ({ store } = resources.use(await faultyBucket())))
afterAll(() => resources.disposeAsync())

/** What a build leaves behind, with the same text in every file. */
function built(version: string, code: string): BuiltRelease {
  const dir = mkdtempSync(join(tmpdir(), 'release-'))
  resources.defer(() => rmSync(dir, { recursive: true }))
  const descriptor = bundleDescriptor('hello', version, Buffer.from(code))
  for (const file of Object.keys(descriptor.integrity)) {
    mkdirSync(join(dir, file, '..'))
    writeFileSync(join(dir, file), code)
  }
  return { dir, descriptor }
}

test('a version is published once; the same bytes again are no news, other bytes are refused', async () => {
  expect(await publish(store, built('1.0.0', 'one'))).toEqual({ created: true })
  expect(await publish(store, built('1.0.0', 'one'))).toEqual({ created: false })
  await expect(publish(store, built('1.0.0', 'two'))).rejects.toMatchObject({ reason: 'EXISTS' })
  const file = await store.read('mfe/hello/1.0.0/web/remoteEntry.js')
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe('one')
})

test('an interrupted publish leaves nothing that can go live, and is simply repeated', async () => {
  const release = built('1.0.0', 'one')
  await store.create('mfe/hello/1.0.0/web/remoteEntry.js', Buffer.from('one'), headersFor('x.js'))
  await expect(promote(store, { name: 'hello', version: '1.0.0', by: 'ana' })).rejects.toMatchObject({
    reason: 'NOT_PUBLISHED',
  })
  expect(await publish(store, release)).toEqual({ created: true })
})

test('browser files lie beside their compressed selves', async () => {
  await publish(store, built('1.0.0', 'one'))
  const br = await store.read('mfe/hello/1.0.0/web/remoteEntry.js.br')
  expect(brotliDecompressSync(br?.bytes ?? Buffer.alloc(0)).toString()).toBe('one')
})

test('a file that changed after the build is not published', async () => {
  const release = built('1.0.0', 'one')
  writeFileSync(join(release.dir, 'web/remoteEntry.js'), 'tampered')
  await expect(publish(store, release)).rejects.toMatchObject({ reason: 'ALTERED' })
})

test('of two people who promote at once one wins, and the other is told who', async () => {
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) await publishBundle(store, 'hello', version, '')
  await promote(store, { name: 'hello', version: '1.0.0', by: 'ana' })
  const slow = {
    ...store,
    async replace(...write: Parameters<ReleaseStore['replace']>) {
      await promote(store, { name: 'hello', version: '1.1.0', by: 'ana' })
      return store.replace(...write)
    },
  }
  const late = promote(slow, { name: 'hello', version: '1.2.0', by: 'ben' })
  await expect(late).rejects.toThrow(/ana was faster/)
  expect(await readPointer(store, 'hello')).toMatchObject({ stable: '1.1.0', revision: 2 })
})

test('rollbacks walk back through what was stable, never forward again', async () => {
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) {
    await publishBundle(store, 'hello', version, '')
    await promote(store, { name: 'hello', version, by: 'ana' })
  }
  const walked = [await rollback(store, who), await rollback(store, who)].map(({ stable }) => stable)
  expect(walked).toEqual(['1.1.0', '1.0.0'])
  await expect(rollback(store, who)).rejects.toMatchObject({ reason: 'NOTHING_LIVE' })
})

test('a rollback of a canary withdraws it and leaves the stable version', async () => {
  for (const version of ['1.0.0', '1.1.0']) await publishBundle(store, 'hello', version, '')
  await expect(
    promote(store, { name: 'hello', version: '1.1.0', percent: 5, by: 'ana' }),
  ).rejects.toMatchObject({
    reason: 'NOTHING_LIVE',
  })
  await promote(store, { name: 'hello', version: '1.0.0', by: 'ana' })
  await promote(store, { name: 'hello', version: '1.1.0', percent: 5, by: 'ana' })
  expect(await rollback(store, who)).toMatchObject({ stable: '1.0.0', canary: undefined })
})

const who = { name: 'hello', by: 'ana' }
