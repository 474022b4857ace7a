import { randomUUID } from 'node:crypto'

import type { Page } from '@playwright/test'

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
import { buyFrom } from '../pages/by-request.ts'
import { startCheckout } from '../pages/shop.ts'

const origin = new URL(process.env['MALL_URL'] ?? 'http://localhost').origin

test('a guest who creates an account in a checkout keeps the cart and the typed address', async ({
  page,
}) => {
  const title = await startCheckout(page)
  await fillAddress(page)
  const shipping = page.url()
  await page.goto('/sign-up?returnTo=/checkout', { waitUntil: 'networkidle' })
  await fillAccount(page)
  await expect(page).toHaveURL(shipping)
  await expect(page.getByRole('main')).toContainText(title)
  await page.goto(shipping.replace('shipping', 'address'))
  await expect(page.getByLabel('Street and number')).toHaveValue(ada['Street and number'])
})

test('the order that a guest has just placed is in the account created after it', async ({ page }) => {
  const { order } = await buyFrom(page.request, origin, 'kiln-and-kettle')
  await page.goto(`/sign-up?returnTo=/orders/${order}`, { waitUntil: 'networkidle' })
  await fillAccount(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${order}`)
  await page.goto('/orders')
  await expect(page.getByRole('main')).toContainText(order)
})

test('the link of an order’s mail leads an account that does not own it to the look-up', async ({
  page,
  playwright,
}) => {
  const elsewhere = await playwright.request.newContext()
  const { order } = await buyFrom(elsewhere, origin, 'kiln-and-kettle')
  await elsewhere.dispose()
  await page.goto(`/sign-up?returnTo=/orders/${order}`, { waitUntil: 'networkidle' })
  await fillAccount(page)
  await expect(page).toHaveURL(`/order-lookup?number=${order}`)
  await page.getByLabel('Order number').fill(` #${order.toLowerCase()} `)
  await page.getByLabel('E-mail').fill('Ada@Example.test')
  await page.getByRole('button', { name: 'Find order' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${order}`)
})

test('signing in leads back to the place with its query, also by way of signing up', async ({ page }) => {
  await page.goto('/search?q=mug&min=5', { waitUntil: 'networkidle' })
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click()
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click()
  await expect(page.getByLabel('Name')).toBeVisible()
  await fillAccount(page)
  await expect(page).toHaveURL('/search?q=mug&min=5')
})

test('another language or currency inside a checkout keeps what is typed, but no card, and is that of the order', async ({
  page,
}) => {
  // Reads the kept input before any script of the next document runs.
  await page.addInitScript(() => {
    window.name = sessionStorage.getItem('mall:typed') ?? window.name
  })
  const choose = (name: string) => page.getByRole('contentinfo').getByRole('button', { name }).click()
  await startCheckout(page)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('City').fill('Berlin')
  await page.getByLabel('Country').selectOption('DE')
  await choose('Deutsch')
  await expect(page).toHaveURL(/\/de\/checkout\/[^/]+\/address$/)
  await expect(page.getByLabel('Ort')).toHaveValue('Berlin')
  await expect(page.getByLabel('Land')).toHaveValue('DE')
  await choose('$ USD')
  await expect(page.getByRole('main')).toContainText('USD')
  await expect(page.getByLabel('Ort')).toHaveValue('Berlin')
  await choose('€ EUR')
  await expect(page.getByLabel('Ort')).toHaveValue('Berlin')

  await fillAddress(page)
  await chooseShipping(page)
  await page.getByLabel('Kartennummer').fill(cards.approved)
  await page.getByLabel('Name auf der Karte').fill('Ada Byron')
  await page.waitForLoadState('networkidle')
  await choose('English')
  await expect(page.getByLabel('Card number')).toHaveValue('')
  await expect(page.getByLabel('Name on the card')).toHaveValue('')
  expect(await page.evaluate(() => window.name)).not.toMatch(/4242|Ada/)
  expect(await page.evaluate(() => sessionStorage.getItem('mall:typed'))).toBeNull()

  await choose('Deutsch')
  await payBy(page, cards.approved)
  await placeButton(page).click()
  const number = await orderNumber(page)
  await page.goto(`/de/orders/${number}`)
  await expect(page.getByRole('main')).toContainText(number)
})

async function fillAccount(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Grace Hopper')
  await page.getByLabel('E-mail').fill(`${randomUUID()}@example.test`)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()
}
