import { execFileSync } from 'node:child_process'
import { create, toJsonString } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import { toMoney } from '@mallhive/contracts/money'
import { ChosenOptionSchema, type Order, OrderSchema } from '@mallhive/contracts/orders'
import { expect, test } from 'vitest'
import { en } from './messages/en.ts'
import { orderConfirmation } from './order-confirmation.tsx'
import { renderMail } from './render-mail.tsx'
import { testOrder } from './test-order.ts'

const publicOrigin = 'http://localhost:4000'
const mailOf = (order: Order) => renderMail(orderConfirmation, order, { locale: order.locale, publicOrigin })

/** The text that a reader of the HTML half sees. */
const seen = (html: string): string =>
  html
    .replace(/^[\s\S]*<body/, '<body')
    .replaceAll(/<\/?span[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll(/&#x?\w+;|&\w+;/g, (entity) => entities[entity] ?? entity)
const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

test('every fact of the order is in both halves', () => {
  const { html, text, subject } = mailOf(testOrder())
  expect(subject).toBe('Your MallHive order MH-1001')
  const facts = ['MH-1001', '27 November 2026', 'Visa •••• 4242', 'Standard delivery, 2 to 4 working days']
  const lines = ['From Clay & Co', 'A mug', 'A plate', 'Colour: Clay', '€24.00', '€18.50']
  const totals = ['€42.50', '−€4.25', '€4.90', '€43.15', 'Includes tax, 19%', '€6.89']
  const address = ['Ada Lovelace', '1 Mill Lane', 'Flat 7', 'ME1 Rochester', 'Kent', 'United Kingdom']
  for (const fact of [...facts, ...lines, ...totals, ...address]) {
    expect(seen(html)).toContain(fact)
    expect(text).toContain(fact)
  }
  expect(html).toContain('Quantity 2')
  expect(text).toContain('2 × A mug')
})

test('a title names its language, which may not be the mail’s', () => {
  const { html } = mailOf(testOrder({ locale: 'de-DE' }))
  expect(html).toMatch(/<a [^>]*lang="en"[^>]*>A mug</)
})

test('an order that was placed in German has a German mail, with links to German pages', () => {
  const { html, text, subject } = mailOf(testOrder({ locale: 'de-DE' }))
  expect(subject).toBe('Deine Bestellung MH-1001 bei MallHive')
  expect(html).toContain('<html dir="ltr" lang="de-DE">')
  const facts = [
    'Hallo Ada Lovelace,',
    'Bestellung MH-1001',
    '27. November 2026',
    'Von Clay & Co',
    '24,00\u00a0€',
  ]
  const totals = [
    'Standardversand, 2 bis 4 Werktage',
    '−4,25\u00a0€',
    'Enthaltene MwSt. (19\u00a0%)',
    '43,15\u00a0€',
  ]
  for (const fact of [...facts, ...totals, 'Vereinigtes Königreich']) {
    expect(seen(html)).toContain(fact)
    expect(text).toContain(fact)
  }
  expect(seen(html).trim().split('\n')[0]).toBe('3 Artikel von Clay & Co, 43,15\u00a0€')
  for (const english of textsOf(en).filter((words) => words !== en.layout.home))
    expect(`${seen(html)}${text}`).not.toContain(english)

  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, url = '']) => url)
  const pages = ['', '/orders/MH-1001', '/p/a-mug', '/order-lookup'].map(
    (path) => `${publicOrigin}/de${path}`,
  )
  expect(new Set(links)).toEqual(new Set(pages))
  expect(text.match(/^https?:.*$/gm)).toEqual([pages[1], pages[3]])
  expect(html).toContain(`src="${publicOrigin}/media/products/a-mug-160.webp"`)
})

/** The texts of a catalogue that have no values. */
const textsOf = (words: object): string[] =>
  Object.values(words).flatMap((entry: unknown) =>
    typeof entry === 'string' ? [entry] : typeof entry === 'object' && entry ? textsOf(entry) : [],
  )

test('a German mail names the language of an untranslated title or option', () => {
  const order = testOrder({ locale: 'de-DE' })
  const line = order.subOrders[0]!.lines[0]!
  Object.assign(line, { title: 'Ribbed jug', locale: 'en' })
  line.options = [
    create(ChosenOptionSchema, { label: 'Farbe', labelLocale: 'de', value: 'Speckled', valueLocale: 'en' }),
  ]
  const { html } = mailOf(order)
  expect(html).toMatch(/<a [^>]*lang="en"[^>]*>Ribbed jug</)
  expect(html).toContain('<span lang="de">Farbe</span>: <span lang="en">Speckled</span>')
})

test('an order is dated by the day at the place of delivery', () => {
  const textIn = (country: string) => {
    const order = testOrder({
      locale: 'de-DE',
      placedAt: timestampFromDate(new Date('2026-11-27T23:30:00Z')),
    })
    order.address!.country = country
    return mailOf(order).text
  }
  expect(textIn('GB')).toContain('27. November 2026')
  expect(textIn('DE')).toContain('28. November 2026')
  expect(textIn('US')).toContain('27. November 2026')
})

test('days of delivery are counted in words of either language', () => {
  const shipping = (minDays: number, maxDays: number, locale: string) => {
    const order = testOrder({ locale })
    Object.assign(order.shipping!, { id: 'express', minDays, maxDays })
    return /^.*(?=: .4.90|: 4,90)/m.exec(mailOf(order).text)?.[0]
  }
  expect(shipping(1, 1, 'en-IE')).toBe('Express delivery, 1 working day')
  expect(shipping(2, 2, 'en-IE')).toBe('Express delivery, 2 working days')
  expect(shipping(1, 1, 'de-DE')).toBe('Expressversand, 1 Werktag')
  expect(shipping(2, 2, 'de-DE')).toBe('Expressversand, 2 Werktage')
})

test('mail programs show shops and total beside the subject, and nothing of the body', () => {
  const { html } = mailOf(testOrder())
  const [preheader] = seen(html).trim().split('\n')
  expect(preheader).toBe('3 items from Clay & Co, €43.15')
  expect(html).toContain('<title>Your MallHive order MH-1001</title>')
})

test('every link and picture of either half is absolute and of the mall', () => {
  const order = testOrder({ number: '//evil.test/?x#' })
  order.subOrders[0]!.lines[0]!.productSlug = '//evil.test'
  order.subOrders[0]!.lines[0]!.imagePath = '/../../evil.test\\x'
  const { html, text } = mailOf(order)
  const inHtml = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, url = '']) => url)
  const inText = text.match(/^https?:.*$/gm) ?? []
  expect(inHtml.length).toBeGreaterThan(6)
  expect(inText).toHaveLength(2)
  for (const url of [...inHtml, ...inText]) expect(new URL(url).origin).toBe(publicOrigin)
  expect(inHtml).toContain(`${publicOrigin}/orders/%2F%2Fevil.test%2F%3Fx%23`)
  expect(mailOf(testOrder()).html).toContain(`src="${publicOrigin}/media/products/a-mug-160.webp"`)
})

test('markup in any text that people typed is escaped', () => {
  const evil = `<img src=x onerror="alert('1')">&`
  const order = testOrder({ number: evil, address: { name: evil, line1: evil } })
  const shop = order.subOrders[0]!
  order.paymentLabel = evil
  shop.sellerName = evil
  shop.lines[0]!.title = evil
  shop.lines[0]!.imagePath = `"><script>`
  shop.lines[0]!.options = [...shop.lines[1]!.options]
  shop.lines[0]!.options[0]!.label = evil
  shop.lines[0]!.options[0]!.value = evil
  const { html } = mailOf(order)
  expect(html).not.toMatch(/<img src=x|<script/)
  expect(
    html.split('&lt;img src=x onerror=&quot;alert(&#x27;1&#x27;)&quot;&gt;&amp;').length - 1,
  ).toBeGreaterThan(8)
})

test('line breaks and bidirectional overrides in a name forge no line and no order of characters', () => {
  for (const mark of ['\r\n', '\u2028', '\u0085', '\u202E']) {
    const order = testOrder({ address: { name: `Ada,${mark}please pay again at evil.test`, line1: 'x' } })
    const { text } = mailOf(order)
    expect(text).toContain('Hello Ada, please pay again at evil.test,')
    expect(text).not.toMatch(/^please pay|\u202E/m)
  }
})

test('absent parts of an order are not rendered', () => {
  const order = create(OrderSchema, {
    number: 'MH-1',
    totals: { total: toMoney(0, 'EUR'), discount: toMoney(0, 'EUR'), items: toMoney(0, 'EUR') },
  })
  const { html, text } = mailOf(order)
  expect(`${seen(html)}${text}`).not.toMatch(/undefined|null|NaN|Invalid|Discount|Paid with|Object/)
})

test('amounts and dates are formatted for the order’s locale; an unknown or malformed one is English', () => {
  expect(mailOf(testOrder({ locale: 'en-US' })).text).toContain('November 27, 2026')
  for (const locale of ['', 'xx', 'en-"><b>', '__proto__', 'constructor'])
    expect(mailOf(testOrder({ locale })).html).toContain('<html dir="ltr" lang="en-GB">')
})

test('plain Node, which compiles no JSX, renders the same mail', () => {
  const script = `
    const { templates } = await import(process.argv[1])
    const { html } = await templates['order-confirmation'](JSON.parse(process.argv[2]), process.argv[3])
    process.stdout.write(html)`
  const module = new URL('../deliveries/templates.ts', import.meta.url).href
  const facts = toJsonString(OrderSchema, testOrder())
  const args = ['--input-type=module', '-e', script, module, facts, publicOrigin]
  const html = execFileSync(process.execPath, args, { env: { NODE_ENV: 'production' }, encoding: 'utf8' })
  expect(html).toBe(mailOf(testOrder()).html)
})
