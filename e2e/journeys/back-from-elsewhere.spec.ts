import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/test.ts'
import { signUp } from '../pages/auth-forms.ts'
import { addToCart, openBuyable } from '../pages/shop.ts'

// Chromium's headless shell keeps no documents for Back. What a browser does that keeps one: nothing, but this event.
const showAgain = (page: Page) =>
  page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))

/** Opens a public page and marks its document. */
async function open(page: Page): Promise<void> {
  const answer = await page.goto('/search', { waitUntil: 'networkidle' })
  expect(answer?.headers()['cache-control'], 'the browser may keep the document').toBe('private, no-cache')
  await page.evaluate(() => (document.documentElement.dataset['mark'] = 'left'))
}

const mark = (page: Page) => page.locator('html[data-mark="left"]')

test('a document that Back shows as it was left shows what has changed since', async ({ page, context }) => {
  // A kept document gets no messages of other tabs.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
  await open(page)
  const other = await context.newPage()
  await other.goto('/search')
  await openBuyable(other)
  await addToCart(other)
  await showAgain(page)
  await expect(page.getByRole('link', { name: /^Cart.*1/ })).toBeVisible()
  await expect(mark(page)).toBeAttached()
})

test('a document that Back shows loads anew when another currency was chosen meanwhile', async ({
  page,
  context,
}) => {
  await open(page)
  const { origin } = new URL(page.url())
  await context.request.post('/_mall/preferences', { form: { currency: 'USD' }, headers: { origin } })
  await showAgain(page)
  await expect(page.getByRole('article').first()).toContainText('$')
  await expect(mark(page)).not.toBeAttached()
})

test('a document that Back shows loads anew when diagnostics were turned off or the theme changed meanwhile', async ({
  page,
  context,
}) => {
  const forms: Record<string, string>[] = [{ metrics: 'off' }, { theme: 'dark' }]
  for (const form of forms) {
    await open(page)
    const { origin } = new URL(page.url())
    await context.request.post('/_mall/preferences', { form, headers: { origin } })
    await showAgain(page)
    await expect(mark(page)).not.toBeAttached()
  }
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('button[name=metrics][aria-pressed=true]')).toHaveAttribute('value', 'off')
})

test('a document that Back takes from the browser’s cache shows what has changed since', async ({ page }) => {
  // The first document of a browser gets a cookie, so that it is not used again.
  for (const path of ['/search', '/search', '/cart']) await page.goto(path, { waitUntil: 'networkidle' })
  const view = page.waitForRequest((request) => request.headers()['accept']?.includes('view+json') === true)
  await page.goBack()
  const [loaded] = await page.evaluate(() =>
    performance.getEntriesByType('navigation').map((entry) => 'transferSize' in entry && entry.transferSize),
  )
  expect(loaded, 'bytes of the document from the network').toBe(0)
  expect((await view).url()).toMatch(/\/search$/)
})

test('a document in which a visitor has signed in is not shown again', async ({ page }) => {
  await signUp(page)
  await page.evaluate(() => (document.documentElement.dataset['mark'] = 'left'))
  const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
  await page.evaluate(leave)
  await expect(page.locator('html')).toBeHidden()
  await showAgain(page)
  await expect(mark(page)).not.toBeAttached()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Grace Hopper')
})

test('Back shows no page of a visitor who has signed out in another tab', async ({ page, context }) => {
  await signUp(page)
  await page.getByRole('link', { name: 'MallHive, home' }).click()
  await expect(page).toHaveURL('/')
  const other = await context.newPage()
  await other.goto('/account', { waitUntil: 'networkidle' })
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome back')
  await expect(page).toHaveURL('/sign-in?returnTo=%2Faccount')
})
