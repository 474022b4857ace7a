import { expect, test } from 'vitest'
import { valueName } from './facet-words.ts'
import type { Translate } from './messages.ts'

const t = ((key: string) => key) as unknown as Translate

test('a category or shop that does not exist is called as its facet is, not by the text of its address', () => {
  const unknown = { value: 'Call 0800-SCAM', label: 'Call 0800-SCAM', count: 0 }
  expect(valueName('seller', unknown, t)).toBe('filters.shop')
  expect(valueName('category', unknown, t)).toBe('filters.category')
  expect(valueName('seller', { value: 'kiln', label: 'kiln', count: 3 }, t)).toBe('kiln')
  expect(valueName('seller', { value: 'kiln', label: 'The Kiln', count: 0 }, t)).toBe('The Kiln')
  expect(valueName('colour', { value: 'clay', label: 'clay', count: 0 }, t)).toBe('clay')
})
