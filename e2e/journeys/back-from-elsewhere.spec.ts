import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/test.ts'
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
