import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

test.use({ viewport: { width: 390, height: 844 } })

const opener = (page: Page) => page.getByRole('link', { name: 'Filters', exact: true })

async function openSheet(page: Page) {
  await page.goto('/search?q=lamp', { waitUntil: 'networkidle' })
  await opener(page).click()
  const sheet = page.getByRole('complementary', { name: 'Filters' })
  await expect(sheet).toBeVisible()
  return sheet
}

test('a price that is only typed is applied by the button of the sheet', async ({ page }) => {
  const sheet = await openSheet(page)
  await sheet.getByRole('textbox', { name: /^To/ }).fill('15')
  await sheet.getByRole('link', { name: /^Show / }).click()
  await expect(page).toHaveURL('/search?q=lamp&max=15')
  await expect(page.getByRole('link', { name: 'Remove Price up to €15.00' })).toBeVisible()
  await expect(sheet).toBeHidden()
})

test('Escape closes the sheet and goes back to what opened it', async ({ page }) => {
  const sheet = await openSheet(page)
  for (const inside of [sheet, sheet.getByRole('textbox', { name: /^To/ })]) {
    await inside.focus()
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    await expect(opener(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(sheet).toBeVisible()
  }
})

test('Back takes back what the sheet has applied', async ({ page }) => {
  const sheet = await openSheet(page)
  await sheet.getByRole('link', { name: /^In stock/ }).click()
  await sheet.getByRole('link', { name: /^Show / }).click()
  const chosen = page.getByRole('link', { name: 'Remove In stock' })
  await expect(chosen).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL('/search?q=lamp')
  await expect(chosen).toHaveCount(0)
  await page.goForward()
  await expect(chosen).toBeVisible()
})
