import type { APIRequestContext, APIResponse } from '@playwright/test'

import { overflow } from '../fixtures/overflow.ts'
import { say } from '../fixtures/say.ts'
import { expect, forgive, test } from '../fixtures/test.ts'
import {
  ada,
  cards,
  chooseShipping,
  fillAddress,
  orderNumber,
  payBy,
  placeButton,
} from '../pages/checkout.ts'
import { mailAbout } from '../pages/mail.ts'
import { firstProduct } from '../quality/pages.ts'
import { addToCart, findProduct, startCheckout } from '../pages/shop.ts'

const own = { origin: new URL(process.env['MALL_URL'] ?? 'http://localhost').origin }
const html = '<img src=x onerror="globalThis.hacked=1">'
const sql = "'; DROP TABLE orders.orders; --"

test('unknown addresses are 404, also with hostile content', async ({ request }) => {
  for (const path of [
    '/p/no-such-product',
    '/c/no-such-category',
    '/no-such-page',
    `/p/${encodeURIComponent(html)}`,
    `/c/${encodeURIComponent(sql)}`,
    '/checkout/not-an-id/address',
    '/mfe/cart/0.0.0/web/remoteEntry.js',
    '/media/none-400.webp',
  ]) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(404)
    await tellsNothing(response)
  }
})

test('malformed parameters never break a page', async ({ request }) => {
  for (const query of [
    'sort=sideways',
    'after=%00',
    'before=not-a-cursor',
    'min=NaN&max=-1',
    'min=1e400',
    'q=%E0%A4%A',
    `q=${encodeURIComponent(sql)}`,
    'q='.padEnd(5000, 'x'),
  ]) {
    const response = await request.get(`/search?${query}`)
    expect(response.status(), query).toBeLessThan(500)
    await tellsNothing(response)
  }
})

test('no text of an address is shown as a shop or a category', async ({ page, complaints }) => {
  const text = 'Call 0800-SCAM now'
  const heading = page.getByRole('heading', { level: 1 })
  for (const facet of ['seller', 'category'])
    for (const query of ['', '&q=mug']) {
      const answer = await page.goto(`/search?${facet}=${encodeURIComponent(text)}${query}`)
      expect(answer?.status()).toBe(404)
      forgive(complaints, 404)
      await expect(heading).toHaveText(query ? 'Results for “mug”' : 'Everything in the mall')
      await expect(page).not.toHaveTitle(/SCAM/)
      await expect(page.getByRole('main')).not.toContainText('SCAM')
    }
})

test('a word as long as several lines widens no page', async ({ page }) => {
  const word = 'z'.repeat(190)
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    for (const query of [`q=${word}`, `q="${word}+mug"`]) {
      await page.goto(`/search?${query}`)
      await expect(page.getByRole('main')).toContainText('zzz')
      expect.soft(await overflow(page), `${query} at ${width}`).toBe(0)
    }
  }
})

test('a checkout and an order are readable by their owner only', async ({ page, request }) => {
  await startCheckout(page)
  const { pathname } = new URL(page.url())
  for (const step of ['address', 'shipping', 'payment', 'review', 'done']) {
    const response = await request.get(pathname.replace('address', step))
    expect(response.status(), step).toBe(404)
    await tellsNothing(response)
  }
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await placeButton(page).click()
  const number = await orderNumber(page)
  const order = await request.get(`/orders/${number}`)
  expect(await order.text()).not.toContain(ada['Street and number'])
  await tellsNothing(order)
})

test('a body that is too large is refused, as JSON and as a form', async ({ request }) => {
  const filler = 'x'.repeat(100_000)
  const asJson = await post(request, 'cart/setQuantity', { sku: filler, quantity: 1 })
  expect(asJson.status()).toBe(413)
  await tellsNothing(asJson)
  const form = { sku: filler }
  const asForm = await request.post('/api/cart/form/addItem', { headers: own, form, maxRedirects: 0 })
  expect(asForm.status()).toBe(413)
  await tellsNothing(asForm)
})

test('absurd quantities are refused with a message, and the cart does not change', async ({ page }) => {
  await findProduct(page)
  await addToCart(page)
  const sku = await page.locator('input[name=sku]').first().inputValue()
  const priceMinor = await page.locator('input[name=priceMinor]').first().inputValue()
  const { request } = page
  const before = await itemCount(request)
  expect(before).toBe(1)
  for (const quantity of [-1, '-5', 1.5, 100, 1e21, 'NaN', 'Infinity', '1e3', '0x10', '', null, [2], {}]) {
    const bought = { sku, quantity, priceMinor, currency: 'EUR', idempotencyKey: 'a-key-of-its-own' }
    for (const response of [
      await post(request, 'cart/addItem', bought),
      await post(request, 'cart/setQuantity', { sku, quantity }),
    ]) {
      expect(response.status(), JSON.stringify(quantity)).toBe(400)
      const { error } = await response.json()
      expect(error.data.fields.quantity, JSON.stringify(quantity)).toBeTruthy()
      await tellsNothing(response)
    }
  }
  expect(await itemCount(request)).toBe(before)
})

test('malformed cookies are treated as a new visitor, in euros', async ({ request }) => {
  const { slug } = await firstProduct()
  const price = async (cookie?: string) => {
    const response = await request.get(`/p/${slug}`, { headers: cookie ? { cookie } : {} })
    expect(response.status(), cookie).toBe(200)
    return /"priceCurrency":"([^"]+)"/.exec(await response.text())?.[1]
  }
  for (const cookie of [
    'mall_currency=XXX',
    'mall_currency=%E0%A4%A; mall_theme="><script>alert(1)</script>',
    'mall_session=not-a-session; mall_bucket=-1e9',
    `mall_session=${'x'.repeat(4000)}`,
    '=;;; ;mall_session; mall_bucket=NaN',
    'mall_releases=home@../../x',
  ])
    expect(await price(cookie), cookie).toBe('EUR')
  expect(await price('mall_currency=USD')).toBe('USD')
})

test('requests from another site change nothing', async ({ page }) => {
  await findProduct(page)
  await addToCart(page)
  const sku = await page.locator('input[name=sku]').first().inputValue()
  const { request } = page
  for (const origin of ['https://evil.example', 'null', `${own.origin}.evil.example`]) {
    const headers = { origin, 'sec-fetch-site': 'cross-site' }
    const call = await request.post('/api/cart/setQuantity', { headers, data: { sku, quantity: 7 } })
    expect(call.status(), origin).toBe(403)
    await tellsNothing(call)
    const form = await request.post('/api/cart/form/removeItem', { headers, form: { sku }, maxRedirects: 0 })
    expect(form.status(), origin).toBe(403)
  }
  expect(await itemCount(request)).toBe(1)
})

test('procedures and teams that do not exist are 404', async ({ request }) => {
  for (const path of ['cart/noSuchThing', 'no-such-team/getCart', 'cart/__proto__', 'cart/constructor']) {
    const response = await post(request, path, {})
    expect(response.status(), path).toBe(404)
    await tellsNothing(response)
  }
  for (const data of ['{', '[]', '"text"', '{"sku":{"toString":1}}']) {
    const headers = { ...own, 'content-type': 'application/json' }
    const response = await request.post('/api/cart/addItem', { headers, data: Buffer.from(data) })
    expect(response.status(), data).toBe(400)
    await tellsNothing(response)
  }
})

test('HTML and SQL in a search are searched as text', async ({ page }) => {
  for (const words of [html, sql, '</script><script>globalThis.hacked=1</script>', '{{7*7}}${7*7}']) {
    const response = await page.goto(`/search?q=${encodeURIComponent(words)}`)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('main')).toContainText(words)
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
  }
})

test('HTML and SQL in a name and an address are shown as text, on the pages and in the mail', async ({
  page,
}) => {
  await startCheckout(page)
  await fillAddress(page, { ...ada, 'Full name': html, 'Street and number': sql })
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await expect(page.getByRole('main')).toContainText(html)
  await expect(page.getByRole('main')).toContainText(sql)
  await placeButton(page).click()
  const mail = await mailAbout(await orderNumber(page))
  expect(mail.html).not.toContain('<img src=x')
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('a refused form keeps its input and lists the errors, each of which leads to its field', async ({
    page,
  }) => {
    await page.goto('/sign-up', { waitUntil: 'networkidle' })
    const text = (english: string) => say(page, 'mfe-profile', english)
    await page.getByLabel(text('Name')).fill(html)
    await page.getByLabel(text('E-mail')).fill(sql)
    await page.getByLabel(text('Password'), { exact: true }).fill('short')
    await page
      .getByRole('main')
      .getByRole('button', { name: text('Create account') })
      .click()
    const summary = page.getByRole('main').getByRole('alert')
    await expect(summary).toBeFocused()
    await expect(summary).toContainText(say(page, 'shell', 'Please check these'))
    await expect(page.getByLabel(text('Name'))).toHaveValue(html)
    await expect(page.getByLabel(text('E-mail'))).toHaveValue(sql)
    for (const [label, error] of [
      ['E-mail', say(page, 'packages/mfe-kit', 'Enter an e-mail address such as {example}.')],
      ['Password', say(page, 'bff/profile', 'Use at least {least, number} characters.')],
    ] as const) {
      const field = page.getByLabel(text(label), { exact: true })
      await expect(field).toHaveAccessibleDescription(error)
      await summary.getByRole('link', { name: error }).click()
      await expect(field).toBeFocused()
    }
  })
})

const post = (request: APIRequestContext, procedure: string, data: unknown) =>
  request.post(`/api/${procedure}`, { headers: own, data })

async function itemCount(request: APIRequestContext): Promise<number> {
  const { result } = await (await request.get('/api/cart/miniCart')).json()
  return result.data.itemCount
}

/** Expects an error page to reveal no internals of the mall. */
async function tellsNothing(response: APIResponse): Promise<void> {
  expect(await response.text()).not.toMatch(
    /\n\s+at \S+ |node_modules|file:\/\/|\.tsx?:\d|ECONNREFUSED|ZodError|ConnectError|TRPCError|syntax error at|relation "|127\.0\.0\.1/,
  )
}
