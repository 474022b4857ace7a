import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { headersFor } from '../file-headers.ts'
import { sha384 } from '../integrity.ts'
import { descriptorKey, pointerKey, releasePrefix, signatureKey } from '../keys.ts'
import { promote } from '../promote.ts'
import { publish } from '../publish.ts'
import { readRelease } from '../read-release.ts'
import { ReleaseError } from '../release-error.ts'
import { openRegistry } from '../registry.ts'
import { inThisProcess } from '../registry/run-bundle.ts'
import type { Registry } from '../registry.ts'
import { builtBundle, bundleDescriptor, faultyBucket, newKey, publishBundle } from '../testing.ts'
import { signJson } from './signature.ts'

// The attacker has write access to the bucket and a key of their own, which is not trusted.
let bucket: Awaited<ReturnType<typeof faultyBucket>>
const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())

beforeEach(async () => {
  bucket = resources.use(await faultyBucket())
  await publishBundle(bucket, 'hello', '1.0.0', good)
  await promote(bucket, { name: 'hello', version: '1.0.0', by: 'ana' })
})

const good = `exports.greet = () => 'one'`
const evil = `globalThis.ran = true; exports.greet = () => 'evil'`

async function write(key: string, body: string | Uint8Array) {
  const there = await bucket.store.read(key)
  await bucket.store.replace(key, Buffer.from(body), headersFor(key), there?.etag)
}

const textAt = async (key: string) => Buffer.from((await bucket.store.read(key))?.bytes ?? []).toString()

async function follow(): Promise<Registry<{ greet: () => string }>> {
  const accept = (it: Record<string, unknown>) => it as { greet: () => string }
  return resources.use(
    await openRegistry({ ...bucket, kind: 'ssr', run: inThisProcess(accept), intervalMs: 1e9 }),
  )
}

/** Publishes 1.1.0, lets `spoil` alter it, then promotes it with the team's key. */
async function promoteSpoilt(spoil: () => Promise<void>) {
  await publishBundle(bucket, 'hello', '1.1.0', evil)
  await promote(bucket, { name: 'hello', version: '1.1.0', by: 'ana' })
  await spoil()
}

const altered = async (key: string, change: (text: string) => string) => write(key, change(await textAt(key)))

const attacks: Record<string, () => Promise<void>> = {
  'a descriptor without a signature': () => write(signatureKey('hello', '1.1.0'), '{}'),
  'a descriptor that a stranger signed': async () => {
    const json = JSON.parse(await textAt(descriptorKey('hello', '1.1.0')))
    await write(signatureKey('hello', '1.1.0'), JSON.stringify(await signJson(newKey().signer, json)))
  },
  'a stranger’s signature under the name of a trusted key': async () => {
    const json = JSON.parse(await textAt(descriptorKey('hello', '1.1.0')))
    const { value } = await signJson(newKey().signer, json)
    const signature = { keyId: bucket.signer.keyId, value }
    await write(signatureKey('hello', '1.1.0'), JSON.stringify(signature))
  },
  'a descriptor with one hash changed': () =>
    altered(descriptorKey('hello', '1.1.0'), (text) =>
      text.replaceAll(sha384(Buffer.from(evil)), sha384(Buffer.from('other'))),
    ),
  'a server file with one byte changed': () =>
    altered(`${releasePrefix('hello', '1.1.0')}ssr/remoteEntry.js`, (text) => text.replace('true', 'TRUE')),
  'a truncated server file': () =>
    altered(`${releasePrefix('hello', '1.1.0')}ssr/remoteEntry.js`, (text) => text.slice(0, 20)),
  'a truncated descriptor': () =>
    altered(descriptorKey('hello', '1.1.0'), (text) => text.slice(0, text.length / 2)),
  'a server file of 100 MB': async () => bucket.faults.set(/1\.1\.0\/ssr/, 'huge'),
  'the descriptor and signature of another micro frontend': async () => {
    await publishBundle(bucket, 'other', '1.1.0', evil)
    await write(descriptorKey('hello', '1.1.0'), await textAt(descriptorKey('other', '1.1.0')))
    await write(signatureKey('hello', '1.1.0'), await textAt(signatureKey('other', '1.1.0')))
  },
}

test.each(Object.entries(attacks))('%s is refused, and the live version keeps serving', async (_, spoil) => {
  const registry = await follow()
  await promoteSpoilt(spoil)
  await registry.poll()
  expect(registry.stable('hello')?.module?.greet()).toBe('one')
  expect(registry.status().failing).toMatchObject([{ name: 'hello', version: '1.1.0' }])
  expect(globalThis).not.toHaveProperty('ran')
})

test.each<[string, () => Promise<void>]>([
  ['unsigned', async () => altered(pointerKey('hello'), (text) => text.replace(/,\s*"signature"[^}]*}/, ''))],
  ['changed', async () => altered(pointerKey('hello'), (text) => text.replace('1.1.0', '1.0.0'))],
  ['truncated', async () => altered(pointerKey('hello'), (text) => text.slice(0, 90))],
  ['of another micro frontend', async () => write(pointerKey('hello'), await textAt(pointerKey('other')))],
])('a pointer that is %s changes nothing, and can be repaired without a restart', async (_, spoil) => {
  await publishBundle(bucket, 'other', '1.1.0', good)
  await promote(bucket, { name: 'other', version: '1.1.0', by: 'ana' })
  await publishBundle(bucket, 'hello', '1.1.0', `exports.greet = () => 'two'`)
  await promote(bucket, { name: 'hello', version: '1.1.0', by: 'ana' })
  const registry = await follow()
  await spoil()
  await registry.poll()
  expect(registry.stable('hello')?.module?.greet()).toBe('two')
  expect(registry.status().failing).toMatchObject([{ name: 'hello' }])

  const again = { name: 'hello', version: '1.0.0', by: 'ana' }
  await expect(promote(bucket, again)).rejects.toBeInstanceOf(ReleaseError)
  await promote(bucket, { ...again, repair: true })
  await registry.poll()
  expect(registry.stable('hello')?.module?.greet()).toBe('one')
})

test('a key that may not sign pointers moves none, and leaves the last one readable', async () => {
  await publishBundle(bucket, 'hello', '1.1.0', evil)
  const before = await textAt(pointerKey('hello'))
  const stranger = { ...bucket, signer: newKey().signer }
  const move = { name: 'hello', version: '1.1.0', by: 'mallory' }
  await expect(promote(stranger, move)).rejects.toMatchObject({ reason: 'UNTRUSTED' })
  await expect(promote(stranger, { ...move, repair: true })).rejects.toMatchObject({ reason: 'UNTRUSTED' })
  expect(await textAt(pointerKey('hello'))).toBe(before)
})

test('a replayed old pointer is refused', async () => {
  const old = await textAt(pointerKey('hello'))
  await publishBundle(bucket, 'hello', '1.1.0', `exports.greet = () => 'two'`)
  await promote(bucket, { name: 'hello', version: '1.1.0', by: 'ana' })
  const registry = await follow()
  await write(pointerKey('hello'), old)
  await registry.poll()
  expect(registry.stable('hello')?.module?.greet()).toBe('two')
})

test.each([
  ['outside of its prefix', { ssr: '../../other/1.0.0/ssr/main.cjs' }],
  ['by an absolute path', { ssr: '/etc/passwd' }],
  ['on another origin', { base: 'https://evil.example/' }],
  ['of another release', { id: 'other_1_1_0' }],
])('a signed descriptor that points %s is refused', async (_, change) => {
  const descriptor = { ...bundleDescriptor('hello', '1.1.0', Buffer.from(evil)), ...change }
  await write(descriptorKey('hello', '1.1.0'), JSON.stringify(descriptor))
  await write(
    signatureKey('hello', '1.1.0'),
    JSON.stringify(await signJson(bucket.signer, JSON.parse(JSON.stringify(descriptor)))),
  )
  await expect(readRelease(bucket, 'hello', '1.1.0')).rejects.toMatchObject({ reason: 'INVALID' })
})

test('prototype names in a signed descriptor pollute nothing', async () => {
  const plain = JSON.stringify(bundleDescriptor('hello', '1.1.0', Buffer.from(evil)))
  const json = plain.replace('"exposes":{}', '"exposes":{"__proto__":{"js":[],"css":[]}}')
  await write(descriptorKey('hello', '1.1.0'), json)
  const signature = await signJson(bucket.signer, JSON.parse(json))
  await write(signatureKey('hello', '1.1.0'), JSON.stringify(signature))
  const { release } = await readRelease(bucket, 'hello', '1.1.0')
  expect(Object.getPrototypeOf(release.exposes)).toBe(Object.prototype)
  expect({}).not.toHaveProperty('js')
})

test.each(['..', '../hello', '__proto__', 'constructor', ''])('there is no release of "%s"', async (name) => {
  await expect(readRelease(bucket, name, '1.0.0')).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  await expect(readRelease(bucket, 'hello', name)).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
})

test('a symbolic link among the built files is not uploaded', async () => {
  const built = builtBundle('hello', '1.1.0', good)
  resources.defer(() => rmSync(built.dir, { recursive: true }))
  const secret = join(built.dir, 'secret')
  writeFileSync(secret, good)
  rmSync(join(built.dir, 'web/remoteEntry.js'))
  symlinkSync(secret, join(built.dir, 'web/remoteEntry.js'))
  await expect(publish(bucket, built)).rejects.toMatchObject({ reason: 'ALTERED' })
})
