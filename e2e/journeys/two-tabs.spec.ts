import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/test.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { addToCart, findProduct, startCheckout } from '../pages/shop.ts'

/** Changes the cart in a second tab and checks it out there; returns the tab. */
async function checkOutMore(first: Page): Promise<Page> {
  const second = await first.context().newPage()
  await findProduct(second)
  await addToCart(second)
  await second.goto('/checkout')
  return second
}

test('of two checkouts of one cart the later is ordered; the earlier says why it is closed and leads on', async ({
  page,
}) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)

  const second = await checkOutMore(page)
  await expect(second, 'address, shipping and card are kept').toHaveURL(/\/review$/)
  await expect(second.getByRole('main')).toContainText('Gartenstraße 4')

  await placeButton(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This checkout is closed')
  await expect(page.getByRole('main')).toContainText('You have started another one since')
  await expect(page.getByRole('main')).toContainText('You have not been charged')

  await placeButton(second).click()
  const number = await orderNumber(second)
  await page.getByRole('button', { name: 'Continue to checkout' }).click()
  expect(await orderNumber(page)).toBe(number)
  await page.goto('/cart')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/empty/i)
})

test('what is typed in a tab whose checkout was replaced is kept in the newer checkout', async ({ page }) => {
  await startCheckout(page)
  const second = await checkOutMore(page)
  await expect(second).toHaveURL(/\/address$/)
  const newer = second.url().replace(/\/address$/, '')

  await fillAddress(page)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('You are now in your newer checkout')
  expect(page.url()).toContain(newer)
  await second.goto(`${newer}/address`)
  await expect(second.getByLabel('City')).toHaveValue('Berlin')
})

test('a card entered in a tab whose checkout was replaced is saved in the newer checkout', async ({
  page,
}) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await expect(page).toHaveURL(/\/payment$/)
  const second = await checkOutMore(page)
  await expect(second).toHaveURL(/\/payment$/)
  const newer = second.url().replace(/\/payment$/, '')

  await payBy(page, cards.approved)
  expect(page.url()).toBe(`${newer}/review?replaced=1`)
  await placeButton(page).click()
  await orderNumber(page)
})

test('a checkout opened while the bank asks about its cart in another tab is that one, and there is one order', async ({
  page,
}) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.challenged)
  await placeButton(page).click()
  const confirm = page.getByRole('button', { name: 'Approve' })
  await expect(confirm).toBeVisible()

  const second = await checkOutMore(page)
  await expect(second.getByRole('button', { name: 'Approve' })).toBeVisible()
  await confirm.click()
  const number = await orderNumber(page)
  await second.getByRole('button', { name: 'Approve' }).click()
  expect(await orderNumber(second)).toBe(number)
  await second.goto('/cart')
  await expect(second.getByRole('heading', { level: 1 }), 'what was added later stays').toHaveText(
    'Your cart',
  )
})
