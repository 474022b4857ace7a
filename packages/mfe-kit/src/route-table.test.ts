import { expect, test } from 'vitest'
import { matchRoute } from './route-table.ts'

const releases = {
  catalog: {
    name: 'catalog',
    routes: { '/p/:slug': 'product-page', '/p/new': 'news-page', '/c/:slug': 'list' },
  },
  home: { name: 'home', routes: { '/': 'home-page' } },
}

test('a literal segment wins over a parameter, whatever the order of declaration', () => {
  expect(matchRoute(releases, '/p/new')).toEqual({ name: 'catalog/news-page', params: {} })
  expect(matchRoute(releases, '/p/blue-mug/')).toEqual({
    name: 'catalog/product-page',
    params: { slug: 'blue-mug' },
  })
  expect(matchRoute(releases, '/')).toEqual({ name: 'home/home-page', params: {} })
})

test('parameters arrive decoded, and what cannot be decoded belongs to nobody', () => {
  expect(matchRoute(releases, '/c/caf%C3%A9')?.params).toEqual({ slug: 'café' })
  expect(matchRoute(releases, '/c/%E0%A4%A')).toBeUndefined()
  expect(matchRoute(releases, '/c/a/b')).toBeUndefined()
})
