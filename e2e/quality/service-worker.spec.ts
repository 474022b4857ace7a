import type { Page } from '@playwright/test'

import { expect, forgive, test } from '../fixtures/test.ts'
import { violationsOf } from '../fixtures/violations.ts'
import { openWorkerSite } from '../fixtures/worker-site.ts'
import { addToCart, findProduct } from '../pages/shop.ts'

test.use({ serviceWorkers: 'allow' })

const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)

/** Waits until the worker of this page's origin is active: it serves the next document. */
const active = (page: Page) =>
  page
    .evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
    .then(async (state) => {
      if (state !== 'activated') await expect.poll(() => active(page)).toBe('activated')
      return 'activated'
    })

test('documents are always the network’s, and nothing is stored', async ({ page }) => {
  await using site = await openWorkerSite()
  await page.goto(site.url)
  await active(page)
  const titles = new Set<string>()
  for (const path of ['/', '/a', '/', '/a']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await page.goto(site.url + path)
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    titles.add(await page.title())
  }
  expect(titles.size, 'a document of its own for each visit').toBe(4)
  expect(await page.evaluate(() => caches.keys())).toEqual([])
})

test('a worker that does not start leaves every page as it is, and the one before it at work', async ({
  page,
  complaints,
}) => {
  await using site = await openWorkerSite()
  site.state = 'broken'
  await page.goto(site.url)
  await expect(page).toHaveTitle('Document 1 TypeError')
  expect(await registrations(page)).toBe(0)
  await page.goto(`${site.url}/next`)
  await expect(page).toHaveTitle('Document 2 TypeError')
  site.state = 'on'
  await page.goto(site.url)
  await active(page)
  site.state = 'broken'
  await page.goto(`${site.url}/update`)
  await expect(page).toHaveTitle(/^Document 4/)
  site.cut()
  await page.goto(`${site.url}/offline`)
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
  forgive(complaints, 503)
})

test('a guest keeps session and cart under the worker', async ({ page, context }) => {
  await page.goto('/', { waitUntil: 'load' })
  await active(page)
  const title = await findProduct(page)
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toMatch(
    /\/service-worker\.js$/,
  )
  await addToCart(page)
  const before = await context.cookies()
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: title }).first()).toBeVisible()
  const session = (cookies: typeof before) => cookies.filter(({ httpOnly }) => httpOnly)
  expect(session(await context.cookies())).toEqual(session(before))
})

test('turned off, the worker leaves the browser with the next document', async ({ page }) => {
  await using site = await openWorkerSite()
  await page.goto(site.url)
  await active(page)
  site.state = 'off'
  await page.goto(`${site.url}/next`)
  await expect.poll(() => registrations(page)).toBe(0)
  site.cut()
  await expect(page.goto(`${site.url}/offline`)).rejects.toThrow(/ERR_/)
})

test('turned on again, the worker is back with the next document', async ({ page, complaints }) => {
  await using site = await openWorkerSite()
  site.state = 'off'
  await page.goto(site.url)
  await expect.poll(() => registrations(page)).toBe(0)
  site.state = 'on'
  await page.goto(`${site.url}/next`)
  await active(page)
  site.cut()
  await page.goto(`${site.url}/offline`)
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
  site.mend()
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page).toHaveTitle(/Document/)
  forgive(complaints, 503)
})

test('offline, the mall says so in words, and opens the page once there is a network again', async ({
  page,
  context,
  complaints,
}) => {
  await page.goto('/', { waitUntil: 'load' })
  await active(page)
  await context.setOffline(true)
  await page.goto('/cart')
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      expect(await violationsOf(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      await test.info().attach(`offline-${width}-${colorScheme}`, {
        body: await page.screenshot(),
        contentType: 'image/png',
      })
    }
  }
  await page.goto('/de/cart')
  await expect(page.getByRole('heading', { name: 'Du bist offline' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Zur Startseite' })).toHaveAttribute('href', '/de')
  await page.goto('/cart')
  await context.setOffline(false)
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('You are offline')
  expect(new URL(page.url()).pathname).toBe('/cart')
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  for (const _ of ['/cart', '/de/cart', '/cart']) forgive(complaints, 503)
})
