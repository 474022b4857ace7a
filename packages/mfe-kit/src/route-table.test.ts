import { expect, test } from 'vitest'
import { matchRoute, redirectedPath } from './route-table.ts'

const releases = {
  catalog: {
    name: 'catalog',
    routes: { '/p/:slug': 'product-page', '/p/new': 'news-page', '/c/:slug': 'list' },
  },
  home: { name: 'home', routes: { '/': 'home-page' } },
}

test('a literal segment wins over a parameter in any order of declaration', () => {
  expect(matchRoute(releases, '/p/new')).toEqual({ name: 'catalog/news-page', params: {} })
  expect(matchRoute(releases, '/p/blue-mug/')).toEqual({
    name: 'catalog/product-page',
    params: { slug: 'blue-mug' },
  })
  expect(matchRoute(releases, '/')).toEqual({ name: 'home/home-page', params: {} })
})

test('parameters are decoded, and an undecodable path matches no page', () => {
  expect(matchRoute(releases, '/c/caf%C3%A9')?.params).toEqual({ slug: 'café' })
  expect(matchRoute(releases, '/c/%E0%A4%A')).toBeUndefined()
  expect(matchRoute(releases, '/c/a/b')).toBeUndefined()
})

test('a reserved path is a page of no release, whatever its routes', () => {
  const greedy = {
    shop: { name: 'shop', routes: { '/:any': 'page', '/:any/:more': 'page' }, redirects: { '/:any': '/x' } },
  }
  expect(matchRoute(greedy, '/else')?.name).toBe('shop/page')
  for (const path of ['/api', '/API', '/%61pi/cart', '/_mall', '/healthz', '/Webhooks/x']) {
    expect(matchRoute(greedy, path)).toBeUndefined()
    expect(redirectedPath(greedy, path)).toBeUndefined()
  }
})

test('an old path is redirected with its parameters; a page of that exact path wins', () => {
  const moved = {
    catalog: {
      name: 'catalog',
      routes: { '/p/:slug': 'product-page', '/:anything': 'list', '/old/page': 'list' },
      redirects: { '/product/:slug': '/p/:slug', '/sale': '/p/sale', '/old/:which': '/p/:which' },
    },
  }
  expect(redirectedPath(moved, '/product/caf%C3%A9')).toBe('/p/caf%C3%A9')
  expect(redirectedPath(moved, '/product/%2F%2Fevil.example')).toBe('/p/%2F%2Fevil.example')
  expect(redirectedPath(moved, '/sale')).toBe('/p/sale')
  expect(redirectedPath(moved, '/other')).toBeUndefined()
  expect(redirectedPath(moved, '/old/page')).toBeUndefined()
})

test.each(['/\\evil.example', '/%2f/evil.example', '/%5cevil.example', '/x\r\nset-cookie: a=b'])(
  'a redirect to %j leads nowhere',
  (target) => {
    const moved = { cart: { name: 'cart', routes: {}, redirects: { '/cart/old': target } } }
    expect(redirectedPath(moved, '/cart/old')).toBeUndefined()
  },
)
