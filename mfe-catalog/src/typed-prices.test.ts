import { expect, test } from 'vitest'
import { hrefOf, readAddress } from './list-address.ts'
import { withTyped } from './typed-prices.ts'

function typed(min: string, max: string): FormData {
  const fields = new FormData()
  fields.set('min', min)
  fields.set('max', max)
  return fields
}

test('prices that are typed narrow a list from its first page', () => {
  const list = readAddress({ q: 'lamp', colour: 'clay', max: '90', page: '3' })
  expect(hrefOf('/search', withTyped(list, typed('', ' 15 ')))).toBe('/search?q=lamp&colour=clay&max=15')
  expect(hrefOf('/search', withTyped(list, typed('', '')))).toBe('/search?q=lamp&colour=clay')
})

test('a list whose prices are left as they are stays the same', () => {
  for (const list of [readAddress({ max: '90', page: '3' }), readAddress({ max: 'much' })])
    expect(withTyped(list, typed('', list.max ?? ''))).toBe(list)
})
