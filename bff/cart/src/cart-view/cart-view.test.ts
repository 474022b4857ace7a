import { create } from '@bufbuild/protobuf'
import { CartSchema } from '@mallhive/contracts/cart'
import { ProductSchema, ProductStatus } from '@mallhive/contracts/catalog'
import { StockLevelSchema } from '@mallhive/contracts/inventory'
import { toMoney } from '@mallhive/contracts/money'
import { expect, test } from 'vitest'
import { toCartView } from './cart-view.ts'

const product = create(ProductSchema, {
  id: 'p1',
  slug: 'walnut-bowl',
  title: 'Walnut bowl',
  locale: 'en',
  status: ProductStatus.ACTIVE,
  seller: { name: 'Kiln & Kettle' },
  category: { tintHue: 70 },
  options: [{ name: 'size', label: 'Size', values: [{ value: 'm', label: 'M' }] }],
  variants: [
    {
      sku: 'bowl-m',
      options: { size: 'm' },
      prices: [{ price: toMoney(2500, 'EUR') }, { price: toMoney(2900, 'USD') }],
    },
  ],
})
const cart = create(CartSchema, {
  itemCount: 2,
  lines: [{ sku: 'bowl-m', quantity: 2, seenPrice: toMoney(2400, 'EUR') }],
})
const levels = (available: number) => [create(StockLevelSchema, { sku: 'bowl-m', available })]

test('a line shows the current price and the one seen when it was added', () => {
  const view = toCartView(cart, { currency: 'EUR', lang: 'en', products: [product], levels: levels(9) })
  expect(view).toMatchObject({ subtotalMinor: 5000, ready: true, priceChanges: 1 })
  expect(view.lines[0]).toMatchObject({
    title: 'Walnut bowl',
    options: [{ label: 'Size', value: 'M' }],
    href: '/p/walnut-bowl?size=m',
    seenMinor: 2400,
    state: 'ok',
  })
})

test('a line names the languages of its title and options that are not the page’s', () => {
  const [option] = product.options
  const options = [
    {
      ...option!,
      label: 'Größe',
      locale: 'de',
      values: [{ ...option!.values[0]!, label: 'Medium', locale: 'en' }],
    },
  ]
  const [line] = toCartView(cart, {
    currency: 'EUR',
    lang: 'de',
    products: [{ ...product, options }],
    levels: levels(9),
  }).lines
  expect(line).toMatchObject({
    lang: 'en',
    options: [{ label: 'Größe', labelLang: undefined, value: 'Medium', valueLang: 'en' }],
  })
})

test('a price seen in another currency is not reported as a change', () => {
  const view = toCartView(cart, { currency: 'USD', lang: 'en', products: [product], levels: levels(9) })
  expect(view).toMatchObject({ subtotalMinor: 5800, priceChanges: 0 })
})

test('a line that is short, sold out or gone stays in the cart and blocks the checkout', () => {
  const stateWith = (known: Partial<Parameters<typeof toCartView>[1]>) => {
    const view = toCartView(cart, {
      currency: 'EUR',
      lang: 'en',
      products: [product],
      levels: levels(9),
      ...known,
    })
    return [view.lines[0]?.state, view.ready, view.subtotalMinor]
  }
  expect(stateWith({ levels: levels(1) })).toEqual(['short', false, 5000])
  expect(stateWith({ levels: [] })).toEqual(['sold-out', false, 0])
  expect(stateWith({ products: [] })).toEqual(['gone', false, 0])
})

test('without the catalogue or the inventory the cart shows its own data', () => {
  const blind = toCartView(cart, { currency: 'EUR', lang: 'en', products: undefined, levels: undefined })
  expect(blind).toMatchObject({
    withoutCatalog: true,
    lines: [{ sku: 'bowl-m', state: 'unknown', totalMinor: 4800 }],
  })
  const unstocked = toCartView(cart, { currency: 'EUR', lang: 'en', products: [product], levels: undefined })
  expect(unstocked).toMatchObject({ ready: true, lines: [{ state: 'ok' }] })
})

test('a title in another language than the page’s names it', () => {
  const langOn = (lang: string) =>
    toCartView(cart, { currency: 'EUR', lang, products: [product], levels: levels(9) }).lines[0]?.lang
  expect([langOn('en'), langOn('de')]).toEqual([undefined, 'en'])
})
