import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promote } from '@mallhive/release-runtime/promote'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openTestShell } from '../server/testing.ts'
import { bffUrls, openBffClient } from './bff-client.ts'

const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())

/** A host that answers with its name, and with the state of one micro frontend that is out of service. */
async function openHost(name: string) {
  const until = Date.now() + 60_000
  const state = {
    bundles: [],
    live: [{ name, stable: '1.0.0' }],
    faults: [],
    suspended: [{ name, version: '1.0.0', why: 'EXITED: often', until }],
  }
  const server = createServer(({ url }, res) =>
    res.end(JSON.stringify(url === '/bundles' ? state : `${name} ${url}`)),
  )
  resources.defer(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const BFF_URL = await openHost('home')
const cartUrl = await openHost('cart')
const BFF_URLS = `cart=${cartUrl}`

test('calls of a micro frontend go to its own host, everything else to the shared one', async () => {
  const client = openBffClient(readConfig({ NODE_ENV: 'test', BFF_URL, BFF_URLS }))
  const asked = ['/api/cart/getCart', '/api/home/products', '/api/cartoon/x', '/changes?after=', '/api/cart']
  const answers = await Promise.all(asked.map((path) => client({ method: 'GET', path, headers: {} })))
  expect(answers).toEqual(asked.map((path, at) => `${at === 0 ? 'cart' : 'home'} ${path}`))
})

test('a host of several micro frontends is asked once for its bundles', () => {
  const several = `cart=${cartUrl},checkout=${cartUrl}`
  expect(bffUrls(readConfig({ NODE_ENV: 'test', BFF_URL, BFF_URLS: several }))).toEqual([BFF_URL, cartUrl])
})

test('releases that any of the hosts takes out of service are assigned to no document', async () => {
  const bucket = resources.use(await faultyBucket())
  for (const name of ['home', 'cart']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publishBundle(bucket, name, '1.0.0', 'exports.init = () => {}; exports.get = () => () => ({})')
    // oxlint-disable-next-line no-await-in-loop
    await promote(bucket, { name, version: '1.0.0', by: 'ana' })
  }
  const releases = resources.use(
    await openTestShell({ ...bucket.env, BFF_URL, BFF_URLS, RELEASES_POLL_MS: '20' }),
  )
  const suspended = () =>
    releases
      .status()
      .suspended.map(({ name }) => name)
      .toSorted()
  await expect.poll(suspended).toEqual(['cart', 'home'])
  await expect
    .poll(() =>
      releases
        .status()
        .bffs?.map(({ name }) => name)
        .toSorted(),
    )
    .toEqual(['cart', 'home'])
})

test('an address without a name is refused', () => {
  expect(() => readConfig({ NODE_ENV: 'test', BFF_URL, BFF_URLS: cartUrl })).toThrow('BFF_URLS')
})
