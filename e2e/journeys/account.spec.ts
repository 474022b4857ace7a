import { say } from '../fixtures/say.ts'
import { expect, test } from '../fixtures/test.ts'
import { signUp } from '../pages/auth-forms.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { addToCart, findProduct } from '../pages/shop.ts'

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('a guest who opens an account keeps the cart, places an order, and sees it', async ({ page }, {
    testId,
  }) => {
    const title = await findProduct(page)
    await addToCart(page)
    await page.goto('/sign-up?returnTo=/cart')
    const text = (english: string) => say(page, 'mfe-profile', english)
    await page.getByLabel(text('Name')).fill('Grace Hopper')
    await page.getByLabel(text('E-mail')).fill(`${testId}@example.test`)
    await page.getByLabel(text('Password')).fill('a long enough password')
    await page.getByRole('main').getByRole('button').click()
    await expect(page).toHaveURL(/\/cart$/)
    await expect(page.getByRole('main')).toContainText(title)

    await page.getByRole('link', { name: say(page, 'mfe-cart', 'Checkout') }).click()
    await fillAddress(page)
    await chooseShipping(page)
    await payBy(page, cards.approved)
    await placeButton(page).click()
    const number = await orderNumber(page)

    await page.goto('/orders')
    await page
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bestellung ${number}`)
    await expect(page.getByRole('list', { name: text('Order history') })).toContainText(text('Paid'))
  })
})

test('the pages of an account send a stranger to sign in, and back', async ({ page }) => {
  await page.goto('/orders')
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/)
  await page.getByLabel('E-mail').fill('shopper@mallhive.test')
  await page.getByLabel('Password').fill('mallhive-demo')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/orders$/)
})

test('a wrong password shows an error and keeps the typed e-mail address', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('shopper@mallhive.test')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('shopper@mallhive.test')
})

test('sign-in does not redirect to another site', async ({ page }) => {
  await page.goto('/sign-in?returnTo=//evil.example/')
  await page.getByLabel('E-mail').fill('shopper@mallhive.test')
  await page.getByLabel('Password').fill('mallhive-demo')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  expect(new URL(page.url()).origin).toBe(process.env['MALL_URL'])
})

test('an account without orders shows products to begin with', async ({ page }) => {
  await signUp(page)
  await page.goto('/orders')
  await expect(page.getByRole('main')).toContainText('No orders yet')
  await expect(page.getByRole('heading', { name: 'Popular products' })).toBeVisible()
  await expect(page.getByRole('article').first()).toBeVisible()
})
