import { expect, type Page } from '@playwright/test'

export const cards = {
  approved: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  challenged: '4000 0025 0000 3155',
  refusedAtTheEnd: '4000 0000 0000 0663',
}

export const ada = {
  'E-mail': 'ada@example.test',
  'Full name': 'Ada Byron',
  'Street and number': 'Gartenstraße 4',
  Postcode: '10115',
  City: 'Berlin',
}

export async function fillAddress(page: Page, person: Record<string, string> = ada): Promise<void> {
  for (const [label, value] of Object.entries(person))
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Country').selectOption('DE')
  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await expect(page).toHaveURL(/\/shipping(\?|$)/)
}

export async function chooseShipping(page: Page): Promise<void> {
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: /Continue to/ }).click()
}

export async function payBy(page: Page, card: string): Promise<void> {
  await expect(page).toHaveURL(/\/payment/)
  await page.getByLabel('Card number').fill(card)
  await page.getByLabel('Expiry').fill('12/39')
  await page.getByLabel('Security code').fill('123')
  await page.getByLabel('Name on the card').fill('Ada Byron')
  await page.getByRole('button', { name: 'Continue to review' }).click()
  await expect(page).toHaveURL(/\/review/)
}

export const placeButton = (page: Page) => page.getByRole('button', { name: /Place order and pay/ })

/** Returns the order number on the thank-you page. */
export async function orderNumber(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Thank you')
  const text = await page.getByRole('main').innerText()
  const number = /MH-[0-9A-Z]+/.exec(text)?.[0]
  if (!number) throw new Error('the thank-you page shows no order number')
  return number
}
