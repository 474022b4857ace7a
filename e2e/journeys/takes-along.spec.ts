import { randomUUID } from 'node:crypto'

import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/test.ts'
import { ada, fillAddress } from '../pages/checkout.ts'
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

async function fillAccount(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Grace Hopper')
  await page.getByLabel('E-mail').fill(`${randomUUID()}@example.test`)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()
}
