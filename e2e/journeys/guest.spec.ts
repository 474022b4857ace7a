import { say } from '../fixtures/say.ts'
import { expect, test } from '../fixtures/test.ts'
import {
  ada,
  cards,
  chooseShipping,
  fillAddress,
  orderNumber,
  payBy,
  placeButton,
} from '../pages/checkout.ts'
import { mailAbout } from '../pages/mail.ts'
import { addToCart, findProduct, startCheckout } from '../pages/shop.ts'

for (const [device, use] of Object.entries({
  desktop: { viewport: { width: 1280, height: 900 } },
  'German phone': { viewport: { width: 390, height: 844 }, locale: 'de-DE' },
})) {
  test.describe(`on a ${device}`, () => {
    test.use(use)

    test('a guest finds a product, buys it, gets a mail and finds the order again', async ({ page }) => {
      const title = await findProduct(page)
      await addToCart(page)
      await page.getByRole('banner').locator('a[href$="/cart"]').click()
      await expect(page.getByRole('main')).toContainText(title)
      await page.getByRole('link', { name: say(page, 'mfe-cart', 'Checkout') }).click()
      await fillAddress(page)
      await chooseShipping(page)
      await payBy(page, cards.approved)
      await expect(page.getByRole('main')).toContainText('Visa •••• 4242')
      await placeButton(page).click()
      const number = await orderNumber(page)
      await expect(page.getByRole('banner').locator('a[href$="/cart"]')).toHaveAccessibleName(
        use.locale ? 'Warenkorb' : 'Cart',
      )

      const mail = await mailAbout(number)
      expect(mail.to[0]?.address).toBe(ada['E-mail'])
      expect(mail.text).toContain(title)
      expect(mail.subject).toBe(
        use.locale ? `Deine Bestellung ${number} bei MallHive` : `Your MallHive order ${number}`,
      )

      await page.goto('/order-lookup')
      const text = (english: string) => say(page, 'mfe-profile', english)
      await page.getByLabel(text('Order number')).fill(number)
      await page.getByLabel(text('E-mail')).fill(ada['E-mail'])
      await page.getByRole('button', { name: text('Find order') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('Order <n>{number}</n>'))
      await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
      await expect(page.getByRole('main')).toContainText(title)
    })
  })
}

test('a card that asks for a challenge is paid after the bank says yes', async ({ page }) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.challenged)
  await placeButton(page).click()
  await page.getByRole('button', { name: 'Approve' }).click()
  await orderNumber(page)
})

test('after a declined card the checkout keeps its input, and another card pays', async ({ page }) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.declined)
  await placeButton(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('declined')
  await payBy(page, cards.approved)
  await expect(page.getByRole('main')).toContainText('Gartenstraße 4')
  await placeButton(page).click()
  await orderNumber(page)
})
