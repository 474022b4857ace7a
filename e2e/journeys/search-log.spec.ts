import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { reportOf } from '../pages/search-report.ts'
import { addToCart, openBuyable } from '../pages/shop.ts'

const choice = (page: Page) => page.getByRole('form', { name: 'Help improve search' })
const keep = (page: Page) => choice(page).getByRole('button', { name: 'Keep my searches' })

async function agree(page: Page) {
  await page.goto('/')
  await expect(keep(page)).toHaveAttribute('aria-pressed', 'false')
  await keep(page).click()
  await expect(keep(page)).toHaveAttribute('aria-pressed', 'true')
}

test('a shopper who agrees to it searches, opens, adds and buys, and the report counts it', async ({
  page,
}) => {
  const before = await reportOf('teapot')
  await agree(page)
  await page.goto('/search?q=teapot', { waitUntil: 'networkidle' })
  await openBuyable(page)
  await addToCart(page)
  await page.goto('/checkout')
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await placeButton(page).click()
  await orderNumber(page)
  const { searches, clicked, added, bought } = before
  await expect
    .poll(() => reportOf('teapot'))
    .toEqual({ searches: searches + 1, clicked: clicked + 1, added: added + 1, bought: bought + 1 })
})

test('a quick add from the results counts for their search, and Back is no other search', async ({
  page,
}) => {
  const [all, mugs, kettles] = [await reportOf(), await reportOf('mug'), await reportOf('kettle')]
  await agree(page)
  await page.goto('/search?q=mug', { waitUntil: 'networkidle' })
  await page
    .getByRole('button', { name: /^Add .* to cart$/ })
    .first()
    .click()
  await page.getByRole('article').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/p\//)
  await page.goBack()
  await expect(page.getByRole('article').first()).toBeVisible()
  // What Back sends, if it does, is sent before this search.
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  await search.fill('kettle')
  await search.press('Enter')
  await expect.poll(() => reportOf('kettle')).toEqual({ ...kettles, searches: kettles.searches + 1 })
  const { searches, clicked, added, bought } = mugs
  const outcome = { clicked: clicked + 1, added: added + 1, bought }
  await expect.poll(() => reportOf('mug')).toEqual({ searches: searches + 1, ...outcome })
  expect(await reportOf()).toEqual({
    searches: all.searches + 2,
    clicked: all.clicked + 1,
    added: all.added + 1,
    bought: all.bought,
  })
})

test('what comes of a filtered list, or of one inside a category, is counted for no other search', async ({
  page,
}) => {
  const outcomes: string[] = []
  page.on('request', (request) => request.url().includes('logOutcome') && outcomes.push(request.url()))
  await agree(page)
  for (const search of ['q=scarf', 'q=mug&stock=in-stock', 'category=kitchen&q=mug']) {
    await page.goto(`/search?${search}`, { waitUntil: 'networkidle' })
    await page.getByRole('article').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/p\//)
    await expect.poll(() => outcomes.length).toBe(1)
  }
})

test('nothing is sent without consent, and nothing kept that is sent all the same', async ({
  page,
  context,
  baseURL,
}) => {
  const before = await reportOf()
  const sent: string[] = []
  page.on('request', (request) => request.url().includes('/api/catalog/log') && sent.push(request.url()))
  await page.goto('/search?q=mug', { waitUntil: 'networkidle' })
  await page.getByRole('article').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/p\//)
  expect(sent).toEqual([])

  const send = async (headers: Record<string, string> = {}) => {
    const answer = await context.request.post('/api/catalog/logSearch', {
      headers: { origin: new URL(baseURL ?? '').origin, ...headers },
      data: { id: randomUUID(), query: 'unheard', total: 0 },
    })
    expect(answer.status()).toBe(200)
  }
  await send()
  await agree(page)
  await send({ 'sec-gpc': '1' })
  await send({ dnt: '1' })
  expect(await reportOf()).toEqual(before)
  await send()
  expect(await reportOf()).toEqual({ ...before, searches: before.searches + 1 })
})

test('the choice works without scripts, and a browser with Global Privacy Control has chosen', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL, javaScriptEnabled: false })
  await page.goto('/search?q=mug')
  await keep(page).click()
  await expect(page).toHaveURL(/\/search\?q=mug$/)
  await expect(keep(page)).toHaveAttribute('aria-pressed', 'true')
  await choice(page).getByRole('button', { name: 'Don’t keep them' }).click()
  await expect(keep(page)).toHaveAttribute('aria-pressed', 'false')
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('mall_searches')
  await page.close()

  const refusing = await browser.newPage({ baseURL, extraHTTPHeaders: { 'sec-gpc': '1' } })
  await refusing.goto('/')
  await expect(refusing.getByText('the mall keeps none of your searches')).toBeVisible()
  await expect(choice(refusing)).toHaveCount(0)
  await refusing.close()
})
