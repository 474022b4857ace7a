import type { AssignedRelease, ExposedModule } from '@mallhive/mfe-kit/shell-context'
import { expect, test } from 'vitest'
import { catalogsOfDocument } from './catalogs-of-document.ts'
import type { PageRequest } from './host-messages.ts'

function release(name: string, exposes: string[], consumes: string[] = []): AssignedRelease {
  return {
    id: `${name}_1_0_0`,
    name,
    version: '1.0.0',
    base: `/mfe/${name}/1.0.0/`,
    web: 'web/remoteEntry.js',
    exposes: Object.fromEntries(exposes.map((expose) => [expose, { js: [], css: [] }])),
    routes: {},
    consumes,
  }
}

const releases = {
  home: release(
    'home',
    ['home-page', 'footer', 'messages-en', 'messages-de', 'messages-footer-en', 'messages-footer-de'],
    ['cart/quick-add'],
  ),
  cart: release('cart', [
    'mini-cart',
    'quick-add',
    'cart-page',
    'messages-en',
    'messages-de',
    'messages-mini-cart-en',
    'messages-mini-cart-de',
    'messages-quick-add-en',
    'messages-quick-add-de',
  ]),
}

const messagesOf = async (of: AssignedRelease, catalog: string): Promise<ExposedModule> =>
  Object.assign(
    { default: () => null },
    { default: { locale: 'de', messages: { of: `${of.name} ${catalog}` } } },
  )

const namesIn = async (load: typeof messagesOf, shown: string | undefined) =>
  Object.keys(await catalogsOfDocument({ releases, load, page: { lang: 'de' } as PageRequest }, shown))

test('a document brings the messages of the frame, its page and the page’s fragments, in its language', async () => {
  const frame = ['cart/messages-mini-cart-de', 'home/messages-footer-de']
  expect(await namesIn(messagesOf, undefined)).toEqual(frame)
  expect(await namesIn(messagesOf, 'home/home-page')).toEqual([
    ...frame,
    'home/messages-de',
    'cart/messages-quick-add-de',
  ])
})

test('messages that do not load on this server are left to the browser', async () => {
  const load = async (of: AssignedRelease, catalog: string) => {
    if (of.name === 'cart') throw new Error('failed on this server')
    return messagesOf(of, catalog)
  }
  expect(await namesIn(load, 'home/home-page')).toEqual(['home/messages-footer-de', 'home/messages-de'])
})
