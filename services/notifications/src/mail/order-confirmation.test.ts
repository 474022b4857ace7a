import { expect, test } from 'vitest'
import { orderConfirmation } from './order-confirmation.ts'
import { testOrder } from './test-order.ts'

const origin = 'http://localhost:4000'
const mailOf = (changes: Parameters<typeof testOrder>[0] = {}) =>
  orderConfirmation(testOrder(changes), origin)

test('HTML and text contain the lines, shops, totals and address', () => {
  const { html, text, subject } = mailOf()
  expect(subject).toBe('Your MallHive order MH-1001')
  for (const fact of [
    'MH-1001',
    'A mug',
    'A plate',
    'Colour: Clay',
    '€24.00',
    '€47.40',
    '€4.90',
    '1 Mill Lane',
  ]) {
    expect(html).toContain(fact)
    expect(text).toContain(fact)
  }
  expect(text).toContain('From Clay & Co')
  expect(text).toContain('Includes tax, 19 %: €7.57')
  expect(html).toContain(`src="${origin}/media/products/a-mug-160.webp"`)
  expect(html).toContain(`href="${origin}/orders/MH-1001"`)
})

test('markup in names and titles is escaped', () => {
  const evil = `<img src=x onerror="alert('1')">&`
  const order = testOrder({ address: { name: evil, line1: evil } })
  order.subOrders[0]!.sellerName = evil
  order.subOrders[0]!.lines[0]!.title = evil
  order.subOrders[0]!.lines[0]!.imagePath = `"><script>`
  const { html } = orderConfirmation(order, origin)
  expect(html).not.toContain('<img src=x')
  expect(html).not.toContain('<script>')
  expect(html.split('&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;').length - 1).toBe(5)
})

test('a line break in a name does not start a new line', () => {
  const { text } = mailOf({ address: { name: 'Ada,\r\nplease pay again at evil.test', line1: 'x' } })
  expect(text).toContain('Hello Ada, please pay again at evil.test,')
  expect(text).not.toMatch(/^please pay/m)
})

test('absent parts of an order are not rendered', () => {
  const { html, text } = mailOf({ address: undefined })
  expect(`${html}${text}`).not.toMatch(/undefined|null|NaN|Discount/)
})
