import { beforeEach, expect, test, vi } from 'vitest'
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts'

let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
})

test('the latest searches come first, each once, and the oldest are dropped', () => {
  for (const query of ['a', 'b', 'c', 'd', 'e', 'f', 'Mug', 'g', 'mug']) rememberSearch(query)
  expect(recentSearches()).toEqual(['mug', 'g', 'f', 'e', 'd', 'c'])
})

test('forgotten searches leave nothing in the storage', () => {
  rememberSearch('mug')
  forgetSearches()
  expect([recentSearches(), stored.size]).toEqual([[], 0])
})

test.each(['no JSON', '{"a":1}', '[1,null,"  "]', `["${'a'.repeat(201)}"]`])(
  'a storage with %s has no searches',
  (text) => {
    stored.set('catalog:searches', text)
    expect(recentSearches()).toEqual([])
  },
)

test('a blocked storage is no error', () => {
  vi.stubGlobal('localStorage', undefined)
  rememberSearch('mug')
  forgetSearches()
  expect(recentSearches()).toEqual([])
})
