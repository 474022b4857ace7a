import type { SuggestionsView } from '@mallhive/bff-catalog/router'
import { expect, test, vi } from 'vitest'
import { suggestionGroups } from './suggestion-groups.tsx'

const found: SuggestionsView = {
  query: 'tea',
  products: [],
  categories: [{ slug: 'teaware', name: 'Teaware', hue: 55 }],
  shops: [{ slug: 'tea-room', name: 'Tea & Room' }],
  completions: ['Tea', 'teapot'],
}
const known = { t: (key: string) => key, locale: 'en-IE', query: '', recent: [], onForget: () => {} }

const shown = (more: Partial<Parameters<typeof suggestionGroups>[0]>) =>
  suggestionGroups({ ...known, ...more }).map(({ label, items }) => [
    label,
    ...items.map((item) => item.href ?? item.id),
  ])

test('before the first letter recent searches are suggested, then only what was found', () => {
  expect(shown({})).toEqual([])
  expect(shown({ recent: ['blue mug'] })).toEqual([['recent', '/search?q=blue+mug', 'clear']])
  expect(shown({ recent: ['blue mug'], query: 't' })).toEqual([])
  expect(shown({ recent: ['blue mug'], query: 'tea', found })).toEqual([
    ['searches', '/search?q=teapot'],
    ['categories', '/c/teaware'],
    ['shops', '/search?seller=tea-room'],
  ])
})

test('while an answer is on its way, what was found for the text as it was before stays, and nothing of another text', () => {
  for (const query of ['teap', 'te', 'green tea'])
    expect(shown({ query, found }).map(([label]) => label)).toEqual(['searches', 'categories', 'shops'])
  expect(shown({ query: 'lamp', found })).toEqual([])
})

test('recent searches are cleared by one choice', () => {
  const onForget = vi.fn<() => void>()
  suggestionGroups({ ...known, recent: ['mug'], onForget })[0]
    ?.items.at(-1)
    ?.act?.()
  expect(onForget).toHaveBeenCalledOnce()
})
