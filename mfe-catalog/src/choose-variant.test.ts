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

test('an address that names a variant gets it, sold out or not', () => {
  expect(chooseVariant(product, { colour: 'clay', size: 's' })?.sku).toBe('clay-s')
})

test('without a choice the first that can be bought is shown', () => {
  expect(chooseVariant(product, {})?.sku).toBe('clay-m')
})

test('what an address says is kept where no variant has all of it', () => {
  expect(chooseVariant(product, { colour: 'sage', size: 'xl' })?.sku).toBe('sage-s')
})
