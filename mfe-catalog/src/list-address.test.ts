import { expect, test } from 'vitest'
import { hrefOf, shownAddress, readAddress, toggled } from './list-address.ts'

test('an address reads back as it was written', () => {
  const address = readAddress({
    q: 'mug',
    verbatim: '1',
    colour: 'clay,sage',
    min: '0',
    max: '19,99',
    sort: 'price-asc',
  })
  const url = new URL(hrefOf('/search', address, { page: 3, cursor: 'abc' }), 'http://mall.test')
  expect(readAddress(Object.fromEntries(url.searchParams))).toEqual({ ...address, page: 3, cursor: 'abc' })
})

test('invalid parameters of an address are ignored', () => {
  expect(
    readAddress({
      sort: 'cheapest',
      min: ' ',
      max: '',
      colour: ',,',
      rating: 'abc,-1,9',
      stock: 'zz,In-Stock',
      offer: 'on-sale EUR',
      'utm_source=x': '1',
      cursor: '',
      verbatim: '1',
    }),
  ).toEqual({ sort: 'relevance', filters: {} })
})

test.for(['0', '1', '01', '-2', '1.5', '2e3', '999999', 'abc', ''])(
  'the page "%s" is the first one, whose address has no number',
  (page) => {
    const address = readAddress({ page })
    expect(address.page).toBeUndefined()
    expect(hrefOf('/c/mugs', address, { page: 1 })).toBe('/c/mugs')
  },
)

test('a changed filter starts at the first page', () => {
  const address = readAddress({ page: '3', cursor: 'abc', colour: 'clay' })
  expect(hrefOf('/c/mugs', address, { filters: toggled(address, 'colour', 'sage') })).toBe(
    '/c/mugs?colour=clay,sage',
  )
  expect(hrefOf('/c/mugs', address, { filters: toggled(address, 'colour', 'clay') })).toBe('/c/mugs')
})

test('only values that a list has are filters', () => {
  const address = readAddress({ q: 'mug', colour: 'clay,zz', glaze: 'zz', seller: 'gone', admin: '1' })
  const facet = (name: string, ...values: string[]) => ({
    name,
    label: name,
    isSwitch: false,
    values: values.map((value) => ({ value, label: value, count: 0, selected: value === 'clay' })),
  })
  const facets = [facet('colour', 'clay', 'ash'), facet('glaze', 'ash'), facet('seller')]
  const shown = shownAddress(address, { facets, unapplied: [], sort: 'relevance' })
  expect(hrefOf('/search', shown)).toBe('/search?q=mug&colour=clay')
})

test('filters that are not applied while search is down stay in the address', () => {
  const address = readAddress({ stock: 'in-stock', admin: '1' })
  expect(shownAddress(address, { facets: [], unapplied: ['stock'], sort: 'relevance' }).filters).toEqual({
    stock: ['in-stock'],
  })
})

test('an order that the list does not have leaves the address', () => {
  const address = readAddress({ q: 'mug', sort: 'best-selling' })
  expect(hrefOf('/search', address)).toBe('/search?q=mug&sort=best-selling')
  const shown = shownAddress(address, { facets: [], unapplied: [], sort: 'relevance' })
  expect(hrefOf('/search', shown)).toBe('/search?q=mug')
})

test('an address can be asked for again, at its place', () => {
  const address = readAddress({ q: 'mug', page: '3', cursor: 'abc' })
  expect(hrefOf('/search', address, address)).toBe('/search?q=mug&page=3&cursor=abc')
})

test('a choice leaves the address of all values of a facet', () => {
  const address = readAddress({ colour: 'clay', whole: 'colour' })
  expect(address.whole).toBe('colour')
  expect(hrefOf('/c/mugs', address)).toBe('/c/mugs?colour=clay')
  expect(hrefOf('/c/mugs', address, { whole: 'colour' })).toBe('/c/mugs?colour=clay&whole=colour')
})

test('a query has no characters that turn or hide the text around it', () => {
  const queryOf = (q: string) => readAddress({ q }).query
  expect(queryOf('\u202Emug\u0000 ')).toBe('mug')
  expect(queryOf(`${'a'.repeat(199)}🎁`)).toBe('a'.repeat(199))
  expect(queryOf('\u0000')).toBeUndefined()
  expect(queryOf('👩‍🍳')).toBe('👩‍🍳')
})
