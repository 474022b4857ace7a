import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { BuiltRelease } from './publish.ts'
import { headersFor } from './file-headers.ts'
import { readPointer } from './pointer.ts'
import { promote } from './promote.ts'
import { publish } from './publish.ts'
import { rollback } from './rollback.ts'
import type { ReleaseStore } from './store.ts'
import { withdraw } from './withdraw.ts'
import { builtBundle, faultyBucket, publishBundle } from './testing.ts'
import type { SigningStore } from './trust/trusted-store.ts'

let store: ReleaseStore
let signing: SigningStore
const resources = new AsyncDisposableStack()
beforeEach(async () => ({ store, signing } = resources.use(await faultyBucket())))
afterAll(() => resources.disposeAsync())

function built(version: string, code: string): BuiltRelease {
  const release = builtBundle('hello', version, code)
  resources.defer(() => rmSync(release.dir, { recursive: true }))
  return release
}

test('a version is published once; publishing the same bytes again does nothing, other bytes are refused', async () => {
  expect(await publish(signing, built('1.0.0', 'one'))).toEqual({ created: true })
  expect(await publish(signing, built('1.0.0', 'one'))).toEqual({ created: false })
  await expect(publish(signing, built('1.0.0', 'two'))).rejects.toMatchObject({ reason: 'EXISTS' })
  const file = await store.read('mfe/hello/1.0.0/web/remoteEntry.js')
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe('one')
})

test('an interrupted publish leaves nothing that can go live, and can be repeated', async () => {
  const release = built('1.0.0', 'one')
  await store.create('mfe/hello/1.0.0/web/remoteEntry.js', Buffer.from('one'), headersFor('x.js'))
  await expect(promote(signing, { name: 'hello', version: '1.0.0', by: 'ana' })).rejects.toMatchObject({
    reason: 'NOT_PUBLISHED',
  })
  expect(await publish(signing, release)).toEqual({ created: true })
})

test('browser files are stored with compressed siblings', async () => {
  await publish(signing, built('1.0.0', 'one'))
  const br = await store.read('mfe/hello/1.0.0/web/remoteEntry.js.br')
  expect(brotliDecompressSync(br?.bytes ?? Buffer.alloc(0)).toString()).toBe('one')
})

test('a file that changed after the build is not published', async () => {
  const release = built('1.0.0', 'one')
  writeFileSync(join(release.dir, 'web/remoteEntry.js'), 'tampered')
  await expect(publish(signing, release)).rejects.toMatchObject({ reason: 'ALTERED' })
})

test('a dev server’s build is never published', async () => {
  const release = built('0.0.0-dev.4103.0f9a31c2', 'one')
  await expect(publish(signing, release)).rejects.toMatchObject({ reason: 'INVALID' })
})

test('of two concurrent promotions one wins, and the other’s error names the winner', async () => {
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) await publishBundle(signing, 'hello', version, '')
  await promote(signing, { name: 'hello', version: '1.0.0', by: 'ana' })
  const slow = {
    ...signing,
    store: {
      ...store,
      async replace(...write: Parameters<ReleaseStore['replace']>) {
        await promote(signing, { name: 'hello', version: '1.1.0', by: 'ana' })
        return store.replace(...write)
      },
    },
  }
  const late = promote(slow, { name: 'hello', version: '1.2.0', by: 'ben' })
  await expect(late).rejects.toThrow(/ana changed it first/)
  expect(await readPointer(signing, 'hello')).toMatchObject({ stable: '1.1.0', revision: 2 })
})

test('a pointer, which is public, holds no part of an e-mail address, and the names that people chose', async () => {
  const people = ['Ana@example.test', 'ana@example.test', 'ben']
  for (const [minor, by] of people.entries()) {
    await publishBundle(signing, 'hello', `1.${minor}.0`, '')
    await promote(signing, { name: 'hello', version: `1.${minor}.0`, by })
  }
  await withdraw(signing, { name: 'hello', version: '1.0.0', by: 'ana@example.test', reason: 'it leaks' })
  const pointer = await store.read('mfe/hello/live.json')
  expect(Buffer.from(pointer?.bytes ?? []).toString()).not.toMatch(/@|ana|example\.test/i)
  const { history = [], withdrawn } = (await readPointer(signing, 'hello')) ?? {}
  const ana = history[0]?.by
  expect(ana).toMatch(/^user-[0-9a-f]{8}$/)
  expect(history.map(({ by }) => by)).toEqual([ana, 'ben', ana, ana])
  expect(withdrawn).toMatchObject([{ by: ana }])
})

test('repeated rollbacks walk back through the stable versions, never forward again', async () => {
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) {
    await publishBundle(signing, 'hello', version, '')
    await promote(signing, { name: 'hello', version, by: 'ana' })
  }
  const walked = [await rollback(signing, who), await rollback(signing, who)].map(({ stable }) => stable)
  expect(walked).toEqual(['1.1.0', '1.0.0'])
  await expect(rollback(signing, who)).rejects.toMatchObject({ reason: 'NOTHING_LIVE' })
})

test('a rollback ends a canary and keeps the stable version', async () => {
  for (const version of ['1.0.0', '1.1.0']) await publishBundle(signing, 'hello', version, '')
  await expect(
    promote(signing, { name: 'hello', version: '1.1.0', percent: 5, by: 'ana' }),
  ).rejects.toMatchObject({
    reason: 'NOTHING_LIVE',
  })
  await promote(signing, { name: 'hello', version: '1.0.0', by: 'ana' })
  await promote(signing, { name: 'hello', version: '1.1.0', percent: 5, by: 'ana' })
  expect(await rollback(signing, who)).toMatchObject({ stable: '1.0.0', canary: undefined })
})

const who = { name: 'hello', by: 'ana' }
