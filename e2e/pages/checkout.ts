import { expect, type Page } from '@playwright/test'

import { either, say } from '../fixtures/say.ts'

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

/** Returns what finds a text of the checkout in the language of the page, by its English. */
const text = (page: Page, english: string) => say(page, 'mfe-checkout', english)

export async function fillAddress(page: Page, person: Record<string, string> = ada): Promise<void> {
  for (const [label, value] of Object.entries(person))
    await page.getByLabel(text(page, label), { exact: true }).fill(value)
  await page.getByLabel(text(page, 'Country'), { exact: true }).selectOption('DE')
  await page.getByRole('button', { name: text(page, 'Continue to shipping') }).click()
  await expect(page).toHaveURL(/\/shipping(\?|$)/)
}

export async function chooseShipping(page: Page): Promise<void> {
  await page.getByRole('radio').first().check()
  const name = either(text(page, 'Continue to payment'), text(page, 'Continue to review'))
  await page.getByRole('button', { name }).click()
}

export async function payBy(page: Page, card: string): Promise<void> {
  await expect(page).toHaveURL(/\/payment/)
  await page.getByLabel(text(page, 'Card number')).fill(card)
  await page.getByLabel(text(page, 'Expiry')).fill('12/39')
  await page.getByLabel(text(page, 'Security code')).fill('123')
  await page.getByLabel(text(page, 'Name on the card')).fill('Ada Byron')
  await page.getByRole('button', { name: text(page, 'Continue to review') }).click()
  await expect(page).toHaveURL(/\/review/)
}

export const placeButton = (page: Page) =>
  page.getByRole('button', { name: text(page, 'Place order and pay <total></total>') })

/** Returns the order number on the thank-you page. */
export async function orderNumber(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(text(page, 'Thank you'))
  const words = await page.getByRole('main').innerText()
  const number = /MH-[0-9A-Z]+/.exec(words)?.[0]
  if (!number) throw new Error('the thank-you page shows no order number')
  return number
}

/** Goes through the steps of a checkout that has begun; returns the order's number. */
export async function buy(page: Page, { addressKnown = false } = {}): Promise<string> {
  if (!addressKnown) await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await placeButton(page).click()
  return orderNumber(page)
}
