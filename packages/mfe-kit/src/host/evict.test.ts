import type { RemoteEntryExports } from '@module-federation/runtime/types'
import { expect, test } from 'vitest'
import { federationInstances } from './evict.ts'
import { createServerHost } from './server-host.ts'

const release = {
  id: 'cart_1_0_0',
  name: 'cart',
  version: '1.0.0',
  base: '/mfe/cart/1.0.0/',
  web: 'web/remoteEntry.js',
  exposes: {},
  routes: {},
  consumes: [],
}

function hostWith(container: RemoteEntryExports | undefined) {
  const shared = { react: { version: '19.3.0-canary-1', module: {} } }
  return createServerHost({ shared, container: () => container })
}

const CartPage = () => null

test('an evicted release is gone from the runtime, and loads anew when it comes back', async () => {
  let started = 0
  const host = hostWith({
    init: () => void started++,
    get: () => () => Promise.resolve({ default: CartPage }),
  })
  const first = await host.load(release, 'cart-page')
  expect(first.default).toBe(CartPage)
  expect(host.load(release, 'cart-page').status).toBe('fulfilled')
  const ofContainer = { name: release.id, options: { id: release.id } }
  federationInstances().push(ofContainer)

  host.evict(release.id)

  expect(federationInstances().map(({ name }) => name)).not.toContain(release.id)
  await host.load(release, 'cart-page')
  expect(started).toBe(2)
})

test('code that the server cannot run is left to the browser', async () => {
  const host = hostWith(undefined)
  await expect(host.load({ ...release, id: 'cart_2_0_0' }, 'cart-page')).rejects.toMatchObject({
    digest: 'BAILOUT_TO_CLIENT_SIDE_RENDERING',
  })
})
