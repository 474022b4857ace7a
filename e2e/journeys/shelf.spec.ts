import { expect, test } from '../fixtures/test.ts'

const simple = 'Milk chocolate with sea salt'

test('a thing without options goes into the cart from its card, and the header shows it', async ({
  page,
}) => {
  await page.goto(`/search?q=${simple}`, { waitUntil: 'networkidle' })
  await page.getByRole('article').filter({ hasText: simple }).first().hover()
  await page.getByRole('button', { name: `Add ${simple} to cart` }).click()
  const cart = page.getByRole('banner').getByRole('link', { name: 'Cart, 1 thing' })
  await expect(cart).toBeVisible()
  await cart.hover()
  await expect(page.getByRole('region', { name: 'In your cart' })).toContainText(simple)
})

test('on a phone filters are tried out together and taken over with one press', async ({ page }) => {
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
