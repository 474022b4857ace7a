import { beforeEach, expect, test, vi } from 'vitest'
import type { LogCalls } from './search-log.ts'
import { forgetSearchLog } from './search-log-key.ts'
import { logAdded, logBought, logOpened, logSearch, watchOpened } from './search-log.ts'

let stored: Map<string, string>
let sent: object[]

beforeEach(() => {
  stored = new Map()
  sent = []
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
})

const mutate = (input: object) => {
  sent.push(input)
  return Promise.reject(new Error('the mall is not reachable'))
}
const calls = { logSearch: { mutate }, logOutcome: { mutate } } as unknown as LogCalls

const typed = (query: string) => ({ query, verbatim: false })

/** Logs a search and returns its id. */
function search(query: string, verbatim = false): string {
  const before = sent.length
  logSearch(calls, { query, verbatim, total: 3 })
  const [logged] = sent.slice(before) as { id: string }[]
  return logged?.id ?? 'none'
}

test('a search counts once until another follows', () => {
  const first = search('lamp')
  expect(first).toMatch(/^[\da-f-]{36}$/)
  expect(search('lamp')).toBe('none')
  const second = search('mug')
  const third = search('lamp')
  expect(new Set([first, second, third]).size).toBe(3)
  expect(search('lamp', true)).not.toBe('none')
})

test('what comes of a search belongs to it, also after later searches', () => {
  const lamp = search('lamp')
  logOpened(calls, typed('lamp'), 'desk-lamp', 2)
  const mug = search('mug')
  logAdded(calls, 'MUG', typed('mug'))
  logAdded(calls, 'LAMP-BLUE', 'desk-lamp')
  sent.splice(0, sent.length, ...sent.filter((input) => !('query' in input)))
  expect(sent).toEqual([
    { id: lamp, clickedPosition: 2 },
    { id: mug, added: true },
    { id: lamp, added: true },
  ])
  sent.length = 0
  logBought(calls, ['LAMP-BLUE', 'OTHER'])
  logBought(calls, ['LAMP-BLUE'])
  expect(sent).toEqual([{ id: lamp, bought: true }])
})

test('a product that no search led to is not logged', () => {
  logOpened(calls, typed('lamp'), 'desk-lamp', 1)
  logAdded(calls, 'LAMP', typed('lamp'))
  search('mug')
  sent.length = 0
  logAdded(calls, 'LAMP', 'desk-lamp')
  logBought(calls, ['LAMP'])
  expect(sent).toEqual([])
})

test('what comes of a list that is not logged, as in a category, belongs to no other search', () => {
  search('teapot')
  sent.length = 0
  logOpened(calls, typed('mug'), 'tall-mug', 1)
  logAdded(calls, 'MUG', typed('mug'))
  logAdded(calls, 'MUG', 'tall-mug')
  logOpened(calls, { query: 'teapot', verbatim: true }, 'teapot', 1)
  expect(sent).toEqual([])
})

test('a product of the results that is opened, also in another tab, is logged with its place until the page is left', () => {
  class Clicked extends EventTarget {
    closest = (selector: string) => (selector === 'a' ? link : null)
  }
  const children: object[] = [{}, {}]
  const item = { parentElement: { children } }
  children.push(item)
  const link = {
    pathname: '/de/p/desk-lamp',
    closest: (selector: string) => (selector === '#results li' ? item : null),
  }
  const page = new Clicked()
  vi.stubGlobal('Element', Clicked)
  vi.stubGlobal('document', page)
  const id = search('lamp')
  sent.length = 0
  const left = new AbortController()
  watchOpened(calls, typed('lamp'), 24, left.signal)
  page.dispatchEvent(new Event('click'))
  for (const button of [1, 2]) page.dispatchEvent(Object.assign(new Event('auxclick'), { button }))
  link.pathname = '/de/c/lamps'
  page.dispatchEvent(new Event('click'))
  left.abort()
  link.pathname = '/de/p/desk-lamp'
  page.dispatchEvent(new Event('click'))
  const opened = { id, clickedPosition: 27 }
  expect(sent).toEqual([opened, opened])
})

test.each(['no JSON', 'null', '[]', '{"opened":1}'])('a storage with %s knows no searches', (text) => {
  stored.set('catalog:search-log', text)
  logAdded(calls, 'LAMP', 'desk-lamp')
  expect(sent).toEqual([])
})

test('nothing of a tab’s searches is left when they are forgotten', () => {
  search('lamp')
  forgetSearchLog()
  expect(stored.size).toBe(0)
})
