import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { Page, Request } from '@playwright/test'

import { expect, previewTest, test as base } from '../fixtures/pinned.ts'
import { violationsOf } from '../fixtures/violations.ts'
import { addToCart, findProduct } from '../pages/shop.ts'

const words = 'Put it into my cart'

/** Publishes a release of cart that is never promoted, like that of a pull request. */
const withNext = (test_: typeof base) =>
  test_.extend<object, { next: Descriptor }>({
    next: [
      async ({ team }, use) => {
        await use(await team.publishNext('cart', (code) => code.replaceAll('Add to cart', words)))
      },
      { scope: 'worker' },
    ],
  })

const test = withNext(base)
const preview = withNext(previewTest)
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
      await expect(page.getByText('Added to your cart')).toBeVisible()
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

preview(
  'an address pins this browser, the page says so and takes it back by keyboard',
  async ({ page, next }) => {
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
  },
)

preview.describe('without JavaScript, on a phone', () => {
  preview.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

  preview('pins are shown, refused with a reason and taken back', async ({ page, next, team }) => {
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

preview('the bar of pins is accessible and fits a narrow page', async ({ page, next }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`/?mall-pin=cart@${next.version},home@8.8.8`, { waitUntil: 'networkidle' })
  expect(await violationsOf(page)).toEqual([])
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth).toBe(clientWidth)
})

test.describe('on the shoppers’ host', () => {
  /** A version that no other test uses, so that no process has it in memory. */
  const fresh = base.extend<{ unseen: Descriptor }>({
    unseen: async ({ team }, use) =>
      use(await team.publishNext('cart', (code) => code.replaceAll('Add to cart', words))),
  })

  fresh(
    'a pin to a release that was never live is refused in words, by address and by cookie, and runs nothing',
    async ({ page, unseen, team }) => {
      const files: string[] = []
      page.on('request', (request) => files.push(new URL(request.url()).pathname))
      const response = await page.goto(`/cart?mall-pin=cart@${unseen.version}`)
      expect(await response?.text()).not.toContain(`data-version="${unseen.version}"`)
      const bar = page.getByRole('region', { name: 'Pinned releases' })
      await expect(bar).toContainText(`cart ${unseen.version} is not shown: it has never been live`)
      await page.reload()
      await expect(bar).toContainText('is not shown: it has never been live')
      expect(versionsIn(await page.content(), 'cart')).toEqual([await team.live('cart')])
      expect(files.filter((path) => path.includes(unseen.version))).toEqual([])
      expect(await loadedIn(page)).not.toContain(`cart@${unseen.version}`)
    },
  )

  fresh(
    'no header names one either: neither the shell nor the BFF host runs it',
    async ({ page, request, unseen }) => {
      const named = `cart@${unseen.version}`
      const header = await request.get('/cart', { headers: { 'x-mall-pin': named } })
      expect(await header.text()).toContain('it has never been live')
      const assigned = await request.get('/cart', { headers: { 'x-mall-assignment': named } })
      expect(await assigned.text()).not.toContain(`data-version="${unseen.version}"`)
      const accept = 'application/vnd.mallhive.view+json'
      const navigated = await request.get('/cart', { headers: { 'x-mall-assignment': named, accept } })
      expect(await navigated.text()).not.toContain(unseen.version)
      const called = await request.get('/api/cart/miniCart', { headers: { 'x-mall-release': named } })
      expect([called.status(), await called.text()]).toEqual([410, expect.stringContaining('RELEASE_GONE')])
      const dev = await request.get('/_mall/dev/4103/abcdef/web/remoteEntry.js')
      expect(dev.status()).toBe(404)
      expect(await loadedIn(page)).not.toContain(named)
    },
  )
})

/** Returns the releases that the shell has executed. */
async function loadedIn(page: Page): Promise<string[]> {
  return (await (await page.request.get('/_mall/status.json')).json()).loaded
}

/** Records the releases that calls to a team's BFF name. */
function callsOf(page: Page, mfe: string): (string | undefined)[] {
  const named: (string | undefined)[] = []
  page.on('request', (request: Request) => {
    if (request.url().includes(`/api/${mfe}/`)) named.push(request.headers()['x-mall-release'])
  })
  return named
}

/** Returns every version of a team's remotes in the HTML. */
function versionsIn(html: string, mfe: string): string[] {
  const found = html.matchAll(new RegExp(`data-remote="${mfe}/[^"]+" data-version="([^"]+)"`, 'g'))
  return [...new Set([...found].map(([, version = '']) => version))]
}

async function boxOf(locator: ReturnType<Page['getByRole']>) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on the page')
  return { top: box.y, bottom: box.y + box.height }
}
