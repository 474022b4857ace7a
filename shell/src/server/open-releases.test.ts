import { headersFor } from '@mallhive/release-runtime/file-headers'
import { signatureKey } from '@mallhive/release-runtime/keys'
import { promote } from '@mallhive/release-runtime/promote'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestShell } from './testing.ts'

const resources = new AsyncDisposableStack()
let bucket: Awaited<ReturnType<typeof faultyBucket>>
const container = 'exports.init = () => {}; exports.get = () => () => ({})'

beforeAll(async () => {
  bucket = resources.use(await faultyBucket())
  await publishBundle(bucket, 'cart', '1.5.0', container)
  await promote(bucket, { name: 'cart', version: '1.5.0', by: 'ana' })
})
afterAll(() => resources.disposeAsync())

const open = async (env: Record<string, string>) =>
  resources.use(await openTestShell({ ...bucket.env, RELEASES_POLL_MS: '50', ...env }))

test('a shell that was not told to takes no pins to dev servers', async () => {
  const pin = (await open({})).pin('cart', 'http://localhost:4450')
  await expect(pin).rejects.toThrow('this mall takes no pins to dev servers')
  const allowed = (await open({ DEV_PINS: 'on' })).pin('cart', 'http://localhost:1025')
  await expect(allowed).rejects.toThrow('nothing answers at http://localhost:1025')
})

test('pins reach what is published and signed, and say why nothing else counts', async () => {
  const shell = await open({})
  await publishBundle(bucket, 'cart', '1.6.0', container)
  await publishBundle(bucket, 'cart', '1.7.0', `throw new Error('no cart today')`)
  expect((await shell.pin('cart', '1.6.0')).version).toBe('1.6.0')
  await expect(shell.pin('cart', '1.7.0')).rejects.toThrow('no cart today')
  await expect(shell.pin('cart', '9.9.9')).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  await publishBundle(bucket, 'cart', '1.8.0', container)
  const signature = signatureKey('cart', '1.8.0')
  const signed = await bucket.store.read(signature)
  await bucket.store.replace(signature, Buffer.from('{}'), headersFor('release.sig'), signed?.etag)
  await expect(shell.pin('cart', '1.8.0')).rejects.toMatchObject({ reason: 'UNTRUSTED' })
})

test('what is live is known with its share of the shoppers', async () => {
  await publishBundle(bucket, 'cart', '2.0.0', container)
  await promote(bucket, { name: 'cart', version: '2.0.0', percent: 10, by: 'ana' })
  const [cart] = (await open({})).live()
  expect([cart?.stable.version, cart?.canary?.release.version, cart?.canary?.percent]).toEqual([
    '1.5.0',
    '2.0.0',
    10,
  ])
})
