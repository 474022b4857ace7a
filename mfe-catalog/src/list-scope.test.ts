import { expect, test } from 'vitest'
import { hrefOf, readAddress } from './list-address.ts'
import { isOfNothing, isScoped, scopeOf, wholeMall } from './list-scope.ts'

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

test('a category or shop that does not exist names no list, whatever its text', () => {
  const chosen = (values: { value: string; label: string }[]) => ({
    total: 0,
    facets: [
      {
        name: 'seller',
        label: '',
        isSwitch: false,
        values: values.map((each) => ({ ...each, count: 0, selected: true })),
      },
    ],
  })
  const named = readAddress({ q: 'mug', seller: 'Call 0800-SCAM' })
  const list = chosen([{ value: 'Call 0800-SCAM', label: 'Call 0800-SCAM' }])
  expect([scopeOf(named, list), isOfNothing(named, list)]).toEqual([undefined, true])
  const empty = readAddress({ q: 'mug', seller: 'kiln' })
  const ofKiln = chosen([{ value: 'kiln', label: 'The Kiln' }])
  expect([scopeOf(empty, ofKiln)?.label, isOfNothing(empty, ofKiln)]).toEqual(['The Kiln', false])
  expect(isOfNothing(readAddress({ q: 'mug' }), list)).toBe(false)
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
