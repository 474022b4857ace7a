import { beforeEach, expect, test } from 'vitest'
import type { PageContent, View } from '../document/view.ts'
import { forgetViews, keepView, keptView } from './kept-views.ts'

beforeEach(forgetViews)

const view = (at: string, content: PageContent = { kind: 'not-found' }): View => ({
  at,
  content,
  queries: { mutations: [], queries: [] },
})

test('the view of an entry is kept for its own address only', () => {
  keepView('a', view('/cart'))
  expect(keptView('a', '/cart')).toMatchObject({ at: '/cart' })
  expect(keptView('a', '/cart?x')).toBeUndefined()
  expect(keptView('b', '/cart')).toBeUndefined()
})

test('a failed page is not kept', () => {
  keepView('a', view('/cart', { kind: 'failed', status: 503 }))
  expect(keptView('a', '/cart')).toBeUndefined()
})

test('a page whose own status says that it has failed is not kept', () => {
  const page = (status?: number) => ({
    kind: 'page' as const,
    name: 'catalog/search-page',
    data: {},
    head: { title: '', shareTitle: '', url: '', alternates: [] },
    status,
  })
  keepView('a', view('/search', page(503)))
  keepView('b', view('/search', page(404)))
  keepView('c', view('/search', page()))
  expect(['a', 'b', 'c'].map((key) => keptView(key, '/search') !== undefined)).toEqual([false, true, true])
})

test('the number of kept views is bounded: the oldest is forgotten', () => {
  for (let n = 0; n < 25; n++) {
    keepView(String(n), view('/'))
    keepView('again', view('/'))
  }
  expect(keptView('0', '/')).toBeUndefined()
  expect(keptView('24', '/')).toBeDefined()
  expect(keptView('again', '/')).toBeDefined()
})
