import type { VariantView } from '@mallhive/bff-catalog/router'
import { expect, test } from 'vitest'
import { chooseVariant } from './choose-variant.ts'

const variant = (colour: string, size: string, stock: VariantView['stock'] = 'in-stock'): VariantView => ({
  sku: `${colour}-${size}`,
  options: { colour, size },
  price: { minor: 1000, currency: 'EUR' },
  stock,
})
const axis = (name: string) => ({ name, label: name, values: [] })
const product = {
  options: [axis('colour'), axis('size')],
  variants: [variant('clay', 's', 'sold-out'), variant('clay', 'm'), variant('sage', 's')],
}

test('an address that names a variant selects it, also when sold out', () => {
  expect(chooseVariant(product, { colour: 'clay', size: 's' })?.sku).toBe('clay-s')
})

test('without a choice the first variant in stock is selected', () => {
  expect(chooseVariant(product, {})?.sku).toBe('clay-m')
})

test('without an exact match the variant with the most matching options is selected', () => {
  expect(chooseVariant(product, { colour: 'sage', size: 'xl' })?.sku).toBe('sage-s')
})
