import { holdScripts } from '../fixtures/foreign-software.ts'
import { expect, test } from '../fixtures/test.ts'
import { findProduct } from '../pages/shop.ts'

test('before scripts have loaded, a slash focuses the search and Enter submits it', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  await expect(search).toBeVisible()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('mug')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=mug$/)
  release()
  await expect(page.getByRole('article').first()).toContainText(/mug/i)
})

test('clicks and submissions before scripts have loaded are not lost', async ({ page }) => {
  const title = await findProduct(page)
  const release = await holdScripts(page)
  await page.goto(page.url(), { waitUntil: 'commit' })
  const quantity = page.getByRole('spinbutton', { name: /^Quantity of/ })
  await page.getByRole('button', { name: /^One more: Quantity/ }).click()
  await expect(quantity).toHaveValue('1')
  release()
  await expect(quantity).toHaveValue('2')

  const releaseAgain = await holdScripts(page)
  await page.goto(page.url(), { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page).toHaveURL(/\/cart$/)
  releaseAgain()
  await expect(page.getByRole('main')).toContainText(title)
})
