import { expect, test } from 'vitest'
import { chooseValue } from './choose-value.ts'
import { readAddress } from './list-address.ts'

const value = (name: string, parent?: string) => ({
  value: name,
  label: '',
  count: 1,
  selected: false,
  parent,
})
const categories = {
  name: 'category',
  values: [value('light'), value('lamps', 'light'), value('candles', 'light'), value('desk')],
}

test('values of a facet are chosen beside each other, and taken back', () => {
  const colours = { name: 'colour', values: [value('clay'), value('moss')] }
  const address = readAddress({ colour: 'clay', size: 's' })
  expect(chooseValue(address, colours, 'moss')).toEqual({ colour: ['clay', 'moss'], size: ['s'] })
  expect(chooseValue(address, colours, 'clay')).toEqual({ colour: [], size: ['s'] })
})

test('a category replaces the one above it', () => {
  const address = readAddress({ category: 'light,desk' })
  expect(chooseValue(address, categories, 'lamps')).toEqual({ category: ['desk', 'lamps'] })
})

test('a category replaces those below it', () => {
  const address = readAddress({ category: 'lamps,candles,desk' })
  expect(chooseValue(address, categories, 'light')).toEqual({ category: ['desk', 'light'] })
})

test('a rating replaces another one', () => {
  const ratings = { name: 'rating', values: [value('4.5'), value('4')] }
  expect(chooseValue(readAddress({ rating: '4.5' }), ratings, '4')).toEqual({ rating: ['4'] })
})
