import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { signPass } from '@mallhive/release-runtime/preview/pass'
import { previewAddress, previewUrl } from '@mallhive/release-runtime/preview/preview-address'
import { promote } from '@mallhive/release-runtime/promote'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handler } from './handler.ts'
import { shellProcess } from './shell-process.ts'
import { openTestShell } from './testing.ts'

const host = 'preview.mall.example'
const origins = { PUBLIC_ORIGIN: 'https://mall.example', PREVIEW_ORIGIN: `https://${host}` }
const resources = new AsyncDisposableStack()
let bucket: Awaited<ReturnType<typeof faultyBucket>>
/** The scope of the last rendered page. */
let shown: string[] = []

const server = createServer(
  handler(
    async (_, res) => {
      const { releases } = shellProcess().requests.getStore() ?? {}
      shown = Object.values(releases ?? {}).map(({ name, version }) => `${name}@${version}`)
      res.writeHead(200).end()
    },
    { ready: true },
    (_, res) => void res.end(),
  ),
)

beforeAll(async () => {
  bucket = resources.use(await faultyBucket())
  const container = 'exports.init = () => {}; exports.get = () => () => ({})'
  for (const version of ['1.5.0', '1.6.0', '1.7.0']) await publishBundle(bucket, 'cart', version, container)
  await promote(bucket, { name: 'cart', version: '1.5.0', by: 'ana' })
  const releases = await openTestShell({ ...bucket.env, ...origins, PREVIEWS: 'on' })
  shellProcess().releases = resources.use(releases)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.close()
  await resources.disposeAsync()
})

async function open(path: string, headers: Record<string, string> = {}) {
  shown = []
  const { port } = server.address() as AddressInfo
  const onHost = { 'x-forwarded-host': host, ...headers }
  const sent = request({ host: '127.0.0.1', port, path, headers: onHost }).end()
  const [answer] = await once(sent, 'response')
  await text(answer)
  const cookie = [answer.headers['set-cookie'] ?? []].flat().map((it: string) => it.split(';')[0])
  return { status: answer.statusCode, headers: answer.headers, cookie: cookie.join('; '), shown }
}

const linkTo = async (pin: string) => {
  const address = await previewAddress({ PREVIEW_ORIGIN: `https://${host}` }, pin, async () => bucket.signer)
  const url = new URL(previewUrl(address ?? { origin: '' }, {}, pin))
  return url.pathname + url.search
}

test('a preview host shows no page to a visitor without a pass', async () => {
  const pass = await signPass(bucket.signer, { host, pins: 'cart@1.6.0', until: Date.now() - 1 })
  const visits: Record<string, string>[] = [
    {},
    { 'x-mall-pin': 'cart@1.6.0' },
    { 'x-mall-pass': pass },
    { 'x-mall-pass': 'x' },
  ]
  for (const headers of visits) {
    const refused = await open('/cart', headers)
    expect([refused.status, refused.headers['x-robots-tag'], refused.shown]).toEqual([401, 'noindex', []])
  }
})

test('the link that publish prints shows its release, hides the pass from the address and shows no other release', async () => {
  const linked = await open(await linkTo('cart@1.6.0'))
  expect([linked.status, linked.headers.location]).toEqual([303, '/'])
  expect(linked.headers['set-cookie']).toContainEqual(
    expect.stringMatching(/^__Host-mall_pass=.*; HttpOnly; Secure/),
  )
  const page = await open('/', { cookie: linked.cookie })
  expect([page.status, page.shown, page.headers['x-robots-tag'], page.headers['cache-control']]).toEqual([
    200,
    ['cart@1.6.0'],
    'noindex',
    'private, no-store',
  ])
  const other = linked.cookie.replace('cart@1.6.0', 'cart@1.7.0')
  expect((await open('/', { cookie: other })).shown).toEqual(['cart@1.5.0'])
  const assigned = { cookie: linked.cookie, 'x-mall-assignment': 'cart@1.7.0' }
  expect((await open('/', assigned)).shown).not.toContain('cart@1.7.0')
})

test('passes of several links add up, and a header may carry a pass', async () => {
  const first = await open(await linkTo('cart@1.6.0'))
  const second = await open(await linkTo('cart@1.7.0'), { cookie: first.cookie })
  expect((await open('/', { cookie: second.cookie })).shown).toEqual(['cart@1.7.0'])
  const pins = 'cart@1.7.0'
  const pass = await signPass(bucket.signer, { host, pins, until: Date.now() + 60_000 })
  expect((await open('/', { 'x-mall-pass': pass, 'x-mall-pin': pins })).shown).toEqual([pins])
})

test('the shell of previews answers for no other host', async () => {
  for (const other of ['mall.example', '127.0.0.1', ''])
    expect((await open('/', { 'x-forwarded-host': other })).status).toBe(421)
})

test('the shell of shoppers neither stores a pass nor shows what was never promoted, for any host', async () => {
  const { cookie } = await open(await linkTo('cart@1.6.0'))
  const ofShoppers = resources.use(await openTestShell({ ...bucket.env, ...origins, PREVIEWS: 'off' }))
  shellProcess().releases = ofShoppers
  for (const name of [host, 'mall.example']) {
    const there = { 'x-forwarded-host': name }
    const linked = await open(await linkTo('cart@1.6.0'), there)
    expect([linked.status, linked.headers.location]).toEqual([303, '/'])
    expect(linked.cookie).not.toContain('mall_pass')
    expect((await open('/', { ...there, cookie })).shown).toEqual(['cart@1.5.0'])
    const assigned = await open('/', { ...there, cookie, 'x-mall-assignment': 'cart@1.6.0' })
    expect(assigned.shown).toEqual(['cart@1.5.0'])
  }
  expect(ofShoppers.status().loaded).toEqual(['cart@1.5.0'])
})
