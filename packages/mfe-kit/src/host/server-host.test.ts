import { expect, test } from 'vitest'
import { clientOnlyDigest } from './client-only.ts'
import type { Container } from './container.ts'
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

const react = { useState: () => undefined }

function hostWith(container: Container | undefined) {
  const shared = { react: { version: '19.3.0', module: react } }
  return createServerHost({ shared, container: () => container })
}

const CartPage = () => null

test('a container gets the shell’s shared modules by name and version', async () => {
  const given: unknown[] = []
  const host = hostWith({
    init: async (scope) => {
      const factory = await scope['react']?.['19.3.0']?.get()
      given.push(factory?.())
    },
    get: () => () => ({ default: CartPage }),
  })
  await host.load(release, 'cart-page')
  expect(given).toEqual([react])
})

test('an expose is loaded once, and again after its release was evicted and returned', async () => {
  const asked: string[] = []
  const host = hostWith({
    init: () => undefined,
    get: (expose) => {
      asked.push(expose)
      return () => ({ default: CartPage })
    },
  })
  const first = await host.load(release, 'cart-page')
  expect(first.default).toBe(CartPage)
  expect(host.load(release, 'cart-page').status).toBe('fulfilled')
  expect(asked).toEqual(['./cart-page'])

  host.evict(release.id)
  await host.load(release, 'cart-page')
  expect(asked).toHaveLength(2)
})

test('a release without server code is rendered by the browser', async () => {
  const host = hostWith(undefined)
  await expect(host.load({ ...release, id: 'cart_2_0_0' }, 'cart-page')).rejects.toMatchObject({
    digest: clientOnlyDigest,
  })
})
