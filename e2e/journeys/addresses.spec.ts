import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/test.ts'
import { cards, chooseShipping, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { signUp } from '../pages/auth-forms.ts'
import { startCheckout } from '../pages/shop.ts'

const home = { name: 'Grace Hopper', street: 'Harbour Road 7', postcode: '20457', town: 'Hamburg' }
const work = { name: 'G. Hopper, office', street: 'Mill Lane 12', postcode: '86152', town: 'Augsburg' }

test('an account saves, changes and deletes addresses, and selects one at the checkout', async ({ page }) => {
  test.slow()
  await signUp(page)
  await page.getByRole('main').getByRole('link', { name: 'Addresses' }).click()
  await expect(page.getByRole('main')).toContainText('No addresses yet')
  await add(page, home)
  await add(page, work)
  await expect(card(page, home.street)).toContainText('Default')

  await card(page, work.street).getByRole('button', { name: 'Set as default' }).click()
  await expect(card(page, work.street)).toContainText('Default')
  await expect(card(page, home.street)).not.toContainText('Default')

  await card(page, home.street).getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Street and number').fill('Harbour Road 9')
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(card(page, 'Harbour Road 9')).toBeVisible()
  await expect(card(page, home.street)).toHaveCount(0)

  await startCheckout(page)
  const saved = page.getByRole('region', { name: 'Your addresses' }).getByRole('listitem')
  await expect(saved).toHaveCount(2)
  await expect(saved.first(), 'the default one comes first').toContainText(work.street)
  await saved.filter({ hasText: 'Harbour Road 9' }).getByRole('button', { name: 'Deliver here' }).click()
  await expect(page).toHaveURL(/\/shipping$/)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await expect(page.getByRole('main')).toContainText('Harbour Road 9')
  await placeButton(page).click()
  const number = await orderNumber(page)
  await page.goto(`/orders/${number}`)
  await expect(page.getByRole('main')).toContainText('Harbour Road 9')

  await page.goto('/addresses', { waitUntil: 'networkidle' })
  await card(page, 'Harbour Road 9').getByRole('button', { name: 'Delete' }).click()
  await expect(card(page, 'Harbour Road 9')).toHaveCount(0)
  await expect(card(page, work.street)).toBeVisible()
})

test('an address typed at the checkout is saved on request', async ({ page }) => {
  await signUp(page)
  await startCheckout(page)
  await page.getByLabel('Street and number').fill(home.street)
  await page.getByLabel('Postcode').fill(home.postcode)
  await page.getByLabel('City').fill(home.town)
  await page.getByLabel('Country').selectOption('DE')
  await page.getByLabel('Save this address to my account').check()
  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await expect(page).toHaveURL(/\/shipping$/)
  await page.goto('/addresses')
  await expect(card(page, home.street)).toBeVisible()
})

const card = (page: Page, street: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: street })

async function add(page: Page, { name, street, postcode, town }: typeof home): Promise<void> {
  await page.getByRole('link', { name: 'Add an address' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Street and number').fill(street)
  await page.getByLabel('Postcode').fill(postcode)
  await page.getByLabel('City').fill(town)
  await page.getByLabel('Country').selectOption('DE')
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(card(page, street)).toBeVisible()
}
