import { expect, test } from 'vitest'
import { hrefOf, readAddress } from './list-address.ts'
import { isScoped, scopeOf, wholeMall } from './list-scope.ts'

const value = (slug: string, label: string) => ({ value: slug, label, count: 1, selected: true })
const facets = [
  { name: 'category', label: '', isSwitch: false, values: [value('lamps', 'Lamps'), value('mugs', 'Mugs')] },
  { name: 'seller', label: '', isSwitch: false, values: [value('kiln', 'The Kiln')] },
]
const labelOf = (search: Record<string, string>) => scopeOf(readAddress(search), { facets })?.label

test('the scope of a list is its only category or shop', () => {
  expect(labelOf({ category: 'lamps', colour: 'clay' })).toBe('Lamps')
  expect(labelOf({ seller: 'kiln' })).toBe('The Kiln')
  expect(labelOf({ colour: 'clay' })).toBeUndefined()
  expect(labelOf({ category: 'lamps,mugs' })).toBeUndefined()
  expect(labelOf({ category: 'lamps', seller: 'kiln' })).toBeUndefined()
  expect(labelOf({ seller: 'unknown' })).toBeUndefined()
})

test('a shop that has no name is no scope, whatever its text; one without products is', () => {
  const scopeOfChosen = (slug: string, label: string) => {
    const chosen = { value: slug, label, count: 0, selected: true }
    const facet = { name: 'seller', label: '', isSwitch: false, values: [chosen] }
    return scopeOf(readAddress({ q: 'mug', seller: slug }), { facets: [facet] })?.label
  }
  expect(scopeOfChosen('Call 0800-SCAM', 'Call 0800-SCAM')).toBeUndefined()
  expect(scopeOfChosen('kiln', 'The Kiln')).toBe('The Kiln')
})

test('the whole mall is searched with all other choices', () => {
  const address = readAddress({ q: 'jug', category: 'mugs', colour: 'clay', max: '30', page: '2' })
  expect(hrefOf('/search', address, wholeMall(address))).toBe('/search?q=jug&colour=clay&max=30')
})

test('a list of a category or shop is scoped, another filter is no scope', () => {
  const isIn = (search: Record<string, string>) => isScoped(readAddress(search))
  expect([isIn({ category: 'a,b' }), isIn({ q: 'mug', seller: 'kiln' })]).toEqual([true, true])
  expect([isIn({ q: 'mug' }), isIn({ colour: 'clay' })]).toEqual([false, false])
})
