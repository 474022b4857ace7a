import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/isolated-mall.ts'
import { overflow } from '../fixtures/overflow.ts'
import { addToCart, findProduct, startCheckout } from '../pages/shop.ts'

// While a service is down the browser logs its failed answers, which are expected here; every other message fails the test.
test.afterEach(({ complaints }) => {
  const others = complaints.filter((complaint) => !/status of 50\d/.test(complaint))
  complaints.splice(0, complaints.length, ...others)
})

test('without the catalogue pages are shown from memory or say what is missing, and the cart stays', async ({
  page,
  context,
  mall,
}) => {
  const title = await findProduct(page)
  const product = new URL(page.url()).pathname
  await addToCart(page)
  // What it shows to a shopper with a cart is remembered from here on.
  await opens(page, '/')

  await mall.kill('catalog')
  await opens(page, '/')
  await expect(page.getByRole('main')).toContainText('Shop favourites')
  // Nothing is remembered in this currency yet.
  await context.addCookies([{ name: 'mall_currency', value: 'USD', url: mall.url }])
  await opens(page, '/')
  await expect(page.getByRole('main')).toContainText('Some products can’t be shown')
  await closed(page, product)
  await context.clearCookies({ name: 'mall_currency' })
  await opens(page, '/cart')
  await expect(page.getByRole('main')).toContainText('1')

  await mall.restart('catalog')
  await comesBack(page, product)
  await opens(page, '/cart')
  await expect(page.getByRole('main')).toContainText(title)
})

test('without search the search page says so and leads to categories, and all other lists work', async ({
  page,
  mall,
}) => {
  await page.goto('/search?q=lamp')
  await expect(page.getByRole('article').first()).toBeVisible()

  await mall.kill('search')
  const answer = await page.goto('/search?q=teapot')
  expect([answer?.status(), answer?.headers()['retry-after']]).toEqual([503, '5'])
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search is not available right now')
  await framed(page)
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/de/search?q=teapot', '/search?q=teapot']) {
    await page.goto(path)
    expect(await overflow(page), `${path} scrolls sideways`).toBe(0)
  }
  await page.getByRole('main').getByRole('list', { name: 'Categories' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/c\//)
  await expect(page.getByRole('article').first()).toBeVisible()
  await findProduct(page)
  await opens(page, '/search?seller=kiln-and-kettle')

  await mall.restart('search')
  await comesBack(page, '/search?q=teapot')
  await expect(page.getByRole('article').first()).toContainText(/teapot/i)
})

test('a search that hangs holds up no page for long, and answers without a restart once it goes on', async ({
  page,
  mall,
  collector,
  logOf,
}) => {
  const calls = () => collector.callsOf('bff', 'mallhive.search.v1.SearchService/Search')
  await opens(page, '/search?q=lamp')
  await expect.poll(calls).toBeGreaterThan(0)
  const before = calls()
  const pid = mall.pid('search')
  signal(pid, 'SIGSTOP')
  try {
    const visits = 8
    for (let visit = 0; visit < visits; visit++) {
      const answer = await page.goto(`/search?q=teapot+${visit}`)
      expect(answer?.status()).toBe(503)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search is not available right now')
    }
    await expect.poll(() => logOf('bff')).toContain('breaker opened')
    await findProduct(page)
    await expect.poll(() => calls() - before).toBeGreaterThanOrEqual(3)
    // The breaker refuses the others.
    expect(calls() - before).toBeLessThan(visits)
  } finally {
    signal(pid, 'SIGCONT')
  }
  await comesBack(page, '/search?q=teapot')
  await expect(page.getByRole('article').first()).toContainText(/teapot/i)
  expect(mall.pid('search')).toBe(pid)
})

test('without the cart service shoppers can browse, and the cart’s content is there afterwards', async ({
  page,
  mall,
}) => {
  const title = await findProduct(page)
  const product = page.url()
  await addToCart(page)

  await mall.kill('cart')
  await opens(page, '/')
  await opens(page, '/cart')
  await expect(page.getByRole('main')).toContainText('We can’t load your cart right now')
  await opens(page, product)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('is not responding right now')

  await mall.restart('cart')
  await expect
    .poll(async () => {
      await page.goto('/cart')
      return page.getByRole('main').innerText()
    })
    .toContain(title)
})

test('without the orders service checkout is closed and shopping works', async ({ page, mall }) => {
  await startCheckout(page)
  const checkout = new URL(page.url()).pathname

  await mall.kill('orders')
  await opens(page, '/')
  await opens(page, '/cart')
  await closed(page, checkout)
  await findProduct(page)
  await addToCart(page)

  await mall.restart('orders')
  await comesBack(page, checkout)
  await expect(page.getByLabel('Full name')).toBeVisible()
})

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) throw new Error('the part does not run')
  process.kill(pid, name)
}

/** Expects a page to render with header and footer. */
async function opens(page: Page, path: string): Promise<void> {
  const response = await page.goto(path)
  expect(response?.status(), path).toBeLessThan(400)
  await framed(page)
}

/** Expects a page to show that it is unavailable, with header and footer around it. */
async function closed(page: Page, path: string): Promise<void> {
  const response = await page.goto(path)
  expect(response?.status(), path).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not available right now')
  await framed(page)
}

async function framed(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByRole('link', { name: 'MallHive, home' })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: /Cart/ })).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('A mall of small, independent shops')
}

async function comesBack(page: Page, path: string): Promise<void> {
  await expect.poll(async () => (await page.goto(path))?.status()).toBe(200)
}
