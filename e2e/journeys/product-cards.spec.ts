import type { Locator, Page } from '@playwright/test'

import { expect, test } from '../fixtures/test.ts'

const simple = 'Milk chocolate with sea salt'

test('a product without options is added to the cart from its card, and the header shows it', async ({
  page,
}) => {
  await page.goto(`/search?q=${simple}`, { waitUntil: 'networkidle' })
  await page.getByRole('article').filter({ hasText: simple }).first().hover()
  await page.getByRole('button', { name: `Add ${simple} to cart` }).click()
  const cart = page.getByRole('banner').getByRole('link', { name: 'Cart, 1 item' })
  await expect(cart).toBeVisible()
  await cart.hover()
  await expect(page.getByRole('region', { name: 'In your cart' })).toContainText(simple)
})

test('on a phone several filters are applied with one press', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/c/clothes', { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Filters' }).click()
  const sheet = page.getByRole('complementary', { name: 'Filters' })
  const show = sheet.getByRole('link', { name: /^Show \d+ product/ })
  const all = await show.innerText()
  for (const colour of ['Black', 'Cobalt']) {
    await sheet.getByRole('link', { name: colour }).click()
    await expect(sheet.getByRole('link', { name: colour })).toHaveAttribute('aria-current', 'true')
    await expect(page).toHaveURL(/\/c\/clothes#filters$/)
  }
  await expect(show).not.toHaveText(all)
  const narrowed = await show.innerText()
  await show.click()
  await expect(page).toHaveURL(/colour=black,cobalt/)
  await expect(sheet).toBeHidden()
  const count = page.getByRole('region', { name: 'Products' }).locator('output')
  await expect(count).toHaveText(narrowed.replace('Show ', ''))
})

for (const [motion, moves] of [
  ['no-preference', 1],
  ['reduce', 0],
] as const) {
  test(`a card's picture is carried to its page ${moves} times with prefers-reduced-motion ${motion}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: motion })
    await countTransitions(page)
    await page.goto('/c/clothes', { waitUntil: 'networkidle' })
    const card = page.getByRole('article').nth(8).getByRole('link')
    // The first visit may still load the page's code; a picture is carried only when the code is loaded.
    await openCard(page, card)
    await page.goBack()
    await expect(page).toHaveURL(/\/c\/clothes$/)
    await expect(card).toBeInViewport()
    await page.evaluate(() => delete document.documentElement.dataset['transitions'])
    await openCard(page, card)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
    await expect(page.getByRole('main')).toBeFocused()
    expect(await page.evaluate(() => document.documentElement.dataset['transitions'] ?? '0')).toBe(`${moves}`)
  })
}

async function openCard(page: Page, card: Locator): Promise<void> {
  await card.click()
  await expect(page).toHaveURL(/\/p\//)
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible()
}

/** Counts view transitions in an attribute of the document. */
async function countTransitions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const start = document.startViewTransition.bind(document)
    document.startViewTransition = (update) => {
      const { dataset } = document.documentElement
      dataset['transitions'] = `${Number(dataset['transitions'] ?? 0) + 1}`
      return start(update)
    }
  })
}
