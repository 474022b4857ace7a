import type { Page } from '@playwright/test'

import { say } from '../fixtures/say.ts'
import { expect, forgive, test } from '../fixtures/test.ts'
import { ada, buy, cards, chooseShipping, fillAddress, payBy, placeButton } from '../pages/checkout.ts'
import { signIn, signUp } from '../pages/auth-forms.ts'
import { addToCart, openBuyable, startCheckout } from '../pages/shop.ts'

test('an account follows its own order, which other accounts cannot read', async ({
  page,
  browser,
  baseURL,
}) => {
  await signUp(page)
  const title = await startCheckout(page)
  const number = await buy(page)

  await page.goto('/orders')
  const row = page
    .getByRole('region', { name: 'Newest first' })
    .getByRole('listitem')
    .filter({ hasText: number })
  await expect(row).toContainText('Paid')
  await row.getByRole('link', { name: number }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${number}`)
  await expect(page.getByRole('main')).toContainText(title)
  const steps = page.getByRole('list', { name: 'Order history' }).getByRole('listitem')
  await expect(steps).toContainText(['Placed', 'Paid', 'On its way', 'Delivered'])

  const other = await browser.newPage({ baseURL })
  await signUp(other)
  await other.goto(`/orders/${number}`)
  await expect(other).toHaveURL(`/order-lookup?number=${number}`)
  await expect(other.getByRole('main')).not.toContainText(title)
  await other.close()

  const stranger = await browser.newPage({ baseURL })
  await stranger.goto(`/orders/${number}`)
  await expect(stranger).toHaveURL(`/order-lookup?number=${number}`)
  await stranger.close()
})

test('a guest’s order is found only by number and e-mail together', async ({ page, browser, baseURL }) => {
  await startCheckout(page)
  const number = await buy(page)
  const guest = await browser.newPage({ baseURL })
  const lookUp = async (email: string) => {
    await guest.goto('/order-lookup', { waitUntil: 'networkidle' })
    await guest.getByLabel('Order number').fill(number)
    await guest.getByLabel('E-mail').fill(email)
    await guest.getByRole('button', { name: 'Find order' }).click()
  }
  await lookUp('eve@example.test')
  await expect(guest.getByRole('main').getByRole('alert')).toContainText('We found no order')
  await lookUp(ada['E-mail'])
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`Order ${number}`)
  await guest.close()
})

test('a seller sees only their own shop’s part of a new order, and how it is shipped, in German', async ({
  page,
  browser,
  baseURL,
}) => {
  const own = await fromShop(page, 'kiln-and-kettle')
  const others = await fromShop(page, 'paper-and-plum')
  await page.goto('/checkout')
  await fillAddress(page)
  const number = await buy(page, { addressKnown: true })

  const seller = await browser.newPage({ baseURL, locale: 'de-DE' })
  await signIn(seller, 'seller@mallhive.test', 'mallhive-demo', '/seller/orders')
  const text = (english: string) => say(seller, 'mfe-seller', english)
  await expect(seller.getByRole('heading', { level: 1 })).toHaveText(text('Your shop’s orders'))
  const row = seller.getByRole('row').filter({ hasText: number })
  await expect(row).toContainText(own)
  await expect(row).toContainText(text('To ship'))
  await expect(row).toContainText('Standard')
  await expect(row).toContainText(ada['Street and number'])
  await expect(seller.getByRole('main')).not.toContainText(others)
  await seller.close()
})

test('an account without a shop sees no shop’s orders', async ({ page, complaints }) => {
  await signIn(page, 'shopper@mallhive.test', 'mallhive-demo', '/account')
  expect((await page.goto('/seller/orders'))?.status()).toBe(403)
  forgive(complaints, 403)
})

test('an order whose capture is refused is shown as unpaid', async ({ page }) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.refusedAtTheEnd)
  await placeButton(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your payment was declined')
  await expect(page.getByRole('main')).toContainText('You have not been charged')
  await page.getByRole('link', { name: 'View your order' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Order MH-')
  const main = page.getByRole('main')
  await expect(main).toContainText('declined the payment')
  await expect(main).toContainText('Not paid')
  await expect(main).not.toContainText('Paid with')
})

async function fromShop(page: Page, shop: string): Promise<string> {
  await page.goto(`/search?seller=${shop}`)
  const title = await openBuyable(page)
  await addToCart(page)
  return title
}
