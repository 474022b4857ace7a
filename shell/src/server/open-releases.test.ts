import { headersFor } from '@mallhive/release-runtime/file-headers'
import { signatureKey } from '@mallhive/release-runtime/keys'
import { promote } from '@mallhive/release-runtime/promote'
import { rollback } from '@mallhive/release-runtime/rollback'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RenderPool } from './render/render-pool.ts'
import { openTestPool } from './render/testing.ts'
import { openTestShell } from './testing.ts'

const resources = new AsyncDisposableStack()
let bucket: Awaited<ReturnType<typeof faultyBucket>>
let renders: RenderPool
const container = 'exports.init = () => {}; exports.get = () => () => ({})'

beforeAll(async () => {
  bucket = resources.use(await faultyBucket())
  renders = resources.use(await openTestPool())
  await publishBundle(bucket, 'cart', '1.5.0', container)
  await promote(bucket, { name: 'cart', version: '1.5.0', by: 'ana' })
})
afterAll(() => resources.disposeAsync())

const open = async (env: Record<string, string>) =>
  resources.use(await openTestShell({ ...bucket.env, RELEASES_POLL_MS: '50', ...env }, renders))

const previews = { PREVIEWS: 'on', PREVIEW_ORIGIN: 'http://preview.localhost:4000' }

/** Pins as on the preview host and as on the shoppers' host. */
const pinning = (shell: Awaited<ReturnType<typeof open>>) => {
  const at = (host: string) => (name: string, target: string) =>
    shell.pin(name, target, shell.visitor({ host }))
  return { preview: at('preview.localhost:4000'), shop: at('localhost:4000') }
}

test('a pin to a dev server works on the preview host only, and only with DEV_PINS=on', async () => {
  const closed = pinning(await open({ ...previews, DEV_PINS: 'off' }))
  const opened = pinning(await open({ ...previews, DEV_PINS: 'on' }))
  for (const pin of [closed.preview, closed.shop, opened.shop])
    await expect(pin('cart', 'http://localhost:4450')).rejects.toThrow('not shown on this host')
  await expect(opened.preview('cart', 'http://localhost:1025')).rejects.toThrow(
    'nothing answers at http://localhost:1025',
  )
})

test('on the preview host a pin names any published and signed release; others are refused with a reason', async () => {
  const { preview: pin } = pinning(await open(previews))
  await publishBundle(bucket, 'cart', '1.6.0', container)
  await publishBundle(bucket, 'cart', '1.7.0', `throw new Error('no cart today')`)
  expect((await pin('cart', '1.6.0')).version).toBe('1.6.0')
  await expect(pin('cart', '1.7.0')).rejects.toThrow('no cart today')
  await expect(pin('cart', '9.9.9')).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  await publishBundle(bucket, 'cart', '1.8.0', container)
  const signature = signatureKey('cart', '1.8.0')
  const signed = await bucket.store.read(signature)
  await bucket.store.replace(signature, Buffer.from('{}'), headersFor('release.sig'), signed?.etag)
  await expect(pin('cart', '1.8.0')).rejects.toMatchObject({ reason: 'UNTRUSTED' })
})

test('on the shoppers’ host a pin names only releases that were live, and no other is executed', async () => {
  const { shop, preview } = pinning(await open(previews))
  await publishBundle(bucket, 'cart', '1.9.0', `globalThis.ran = true; ${container}`)
  await expect(shop('cart', '1.9.0')).rejects.toMatchObject({ reason: 'NOT_PROMOTED' })
  expect(globalThis).not.toHaveProperty('ran')
  await preview('cart', '1.9.0')
  await expect(shop('cart', '1.9.0')).rejects.toMatchObject({ reason: 'NOT_PROMOTED' })
  await promote(bucket, { name: 'cart', version: '1.9.0', percent: 10, by: 'ana' })
  await rollback(bucket, { name: 'cart', by: 'ana' })
  expect((await shop('cart', '1.9.0')).version).toBe('1.9.0')
})

test('live releases are listed with their share of shoppers', async () => {
  await publishBundle(bucket, 'cart', '2.0.0', container)
  await promote(bucket, { name: 'cart', version: '2.0.0', percent: 10, by: 'ana' })
  const [cart] = (await open({})).live()
  expect([cart?.stable.version, cart?.canary?.release.version, cart?.canary?.percent]).toEqual([
    '1.5.0',
    '2.0.0',
    10,
  ])
})
