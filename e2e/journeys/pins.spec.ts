import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { Page, Request } from '@playwright/test'

import { expect, test as base } from '../fixtures/pinned.ts'
import { violationsOf } from '../fixtures/violations.ts'
import { addToCart, findProduct } from '../pages/shop.ts'

const words = 'Put it into my cart'

/** A release of cart that is published and was never promoted, like the one of a pull request. */
const test = base.extend<object, { next: Descriptor }>({
  next: [
    async ({ team }, use) => {
      await use(await team.publishNext('cart', (code) => code.replaceAll('"Add to cart"', `"${words}"`)))
    },
    { scope: 'worker' },
  ],
})

const pinned = test.extend({
  pins: ({ next }, use) => use(`cart@${next.version}`),
})

test.describe('a release that is not live', () => {
  pinned(
    'is all that a pinned browser sees of its team, from the first HTML to the order’s last call',
    async ({ page, next }) => {
      const calls = callsOf(page, 'cart')
      await findProduct(page)
      const html = await (await page.request.get(page.url())).text()
      expect(versionsIn(html, 'cart')).toEqual([next.version])
      expect(html).toContain(words)
      expect(html).not.toContain('Add to cart<')

      await page.reload()
      await expect(page.locator('mall-remote[data-remote="cart/add-to-cart"]')).toHaveAttribute('data-awake')
      await page.getByRole('button', { name: words }).click()
      await expect(page.getByText('It’s in your cart')).toBeVisible()
      await page.getByRole('banner').getByRole('link', { name: /Cart/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your cart')
      await page.getByRole('link', { name: 'Checkout' }).click()
      await expect(page).toHaveURL(/\/checkout\/[0-9a-f-]+\/address$/)
      expect(calls.length).toBeGreaterThan(0)
      expect(new Set(calls)).toEqual(new Set([`cart@${next.version}`]))
    },
  )

  test('is not shown to other shoppers meanwhile', async ({ page, next }) => {
    const calls = callsOf(page, 'cart')
    await findProduct(page)
    await addToCart(page)
    await expect(page.getByRole('region', { name: 'Pinned releases' })).toHaveCount(0)
    expect(versionsIn(await page.content(), 'cart')).not.toContain(next.version)
    expect(calls.length).toBeGreaterThan(0)
    expect(calls).not.toContain(`cart@${next.version}`)
  })
})

test('an address pins this browser, the page says so and takes it back by keyboard', async ({
  page,
  next,
}) => {
  const response = await page.goto(`/search?q=mug&mall-pin=cart@${next.version}`)
  expect(response?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  })
  await expect(page).toHaveURL(/\/search\?q=mug$/)
  const bar = page.getByRole('region', { name: 'Pinned releases' })
  await expect(bar).toContainText(`cart ${next.version}`)

  await findProduct(page)
  await expect(bar).toContainText(`cart ${next.version}`)
  await expect(page.getByRole('button', { name: words })).toBeVisible()
  const product = page.url()
  await bar.getByRole('button', { name: 'Remove the pin of cart' }).focus()
  await page.keyboard.press('Enter')
  await expect(bar).toHaveCount(0)
  await expect(page).toHaveURL(product)
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible()
})

test.describe('without JavaScript, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

  test('pins are shown, refused with a reason and taken back', async ({ page, next, team }) => {
    const response = await page.goto(`/?mall-pin=cart@${next.version},home@8.8.8`)
    expect(response?.status()).toBe(200)
    const bar = page.getByRole('region', { name: 'Pinned releases' })
    await expect(bar).toContainText(`cart ${next.version}`)
    await expect(bar).toContainText('home 8.8.8 is not shown: there is no such release.')
    const { bottom } = await boxOf(bar)
    expect((await boxOf(page.getByRole('banner'))).top).toBeGreaterThanOrEqual(bottom)

    await bar.getByRole('button', { name: 'Remove the pin of home' }).click()
    await expect(bar).not.toContainText('home')
    await bar.getByRole('button', { name: 'Remove the pin of cart' }).click()
    await expect(bar).toHaveCount(0)
    expect(versionsIn(await page.content(), 'home')).toEqual([await team.live('home')])

    await page.goto('/?mall-pin=gibberish')
    await expect(bar).toContainText('gibberish is not shown: a pin reads cart@1.5.0')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test('the bar of pins is accessible and fits a narrow page', async ({ page, next }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`/?mall-pin=cart@${next.version},home@8.8.8`, { waitUntil: 'networkidle' })
  expect(await violationsOf(page)).toEqual([])
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth).toBe(clientWidth)
})

/** Releases that calls to a team's BFF name, as they are made. */
function callsOf(page: Page, mfe: string): (string | undefined)[] {
  const named: (string | undefined)[] = []
  page.on('request', (request: Request) => {
    if (request.url().includes(`/api/${mfe}/`)) named.push(request.headers()['x-mall-release'])
  })
  return named
}

/** Every version of a team's remotes in some HTML. */
function versionsIn(html: string, mfe: string): string[] {
  const found = html.matchAll(new RegExp(`data-remote="${mfe}/[^"]+" data-version="([^"]+)"`, 'g'))
  return [...new Set([...found].map(([, version = '']) => version))]
}

async function boxOf(locator: ReturnType<Page['getByRole']>) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on the page')
  return { top: box.y, bottom: box.y + box.height }
}
