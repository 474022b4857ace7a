import { expect, test } from '../fixtures/test.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { startCheckout } from '../pages/shop.ts'

test('every step survives a reload, and the back button leads back through them', async ({ page }) => {
  await startCheckout(page)
  await page.reload()
  await fillAddress(page)
  await page.reload()
  await expect(page).toHaveURL(/\/shipping$/)
  await chooseShipping(page)
  await expect(page).toHaveURL(/\/payment/)
  await page.reload()
  await expect(page).toHaveURL(/\/payment/)
  await page.goBack()
  await expect(page).toHaveURL(/\/shipping$/)
  await page.goBack()
  await expect(page).toHaveURL(/\/address$/)
  await expect(page.getByLabel('City')).toHaveValue('Berlin')
})

test('a deep link to a later step leads to the first incomplete step', async ({ page }) => {
  await startCheckout(page)
  const checkout = page.url().replace(/\/address$/, '')
  for (const step of ['shipping', 'payment', 'review']) {
    await page.goto(`${checkout}/${step}`)
    await expect(page).toHaveURL(`${checkout}/address`)
  }
})

test('a placed checkout always shows its thank-you page', async ({ page }) => {
  await startCheckout(page)
  const checkout = page.url().replace(/\/address$/, '')
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await placeButton(page).click()
  const number = await orderNumber(page)
  for (const step of ['address', 'payment', 'review', 'done']) {
    await page.goto(`${checkout}/${step}`)
    expect(await orderNumber(page)).toBe(number)
  }
})

test('the same checkout placed in two tabs at once is one order', async ({ page, context }) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  const other = await context.newPage()
  await other.goto(page.url())
  await Promise.all([placeButton(page).click(), placeButton(other).click()])
  expect(await orderNumber(other)).toBe(await orderNumber(page))
})

test("another shopper's checkout is not found", async ({ page, browser }) => {
  await startCheckout(page)
  const stranger = await browser.newPage()
  const response = await stranger.goto(page.url())
  expect(response?.status()).toBe(404)
  await stranger.close()
})
