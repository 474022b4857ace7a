import { expect, test } from '../fixtures/test.ts'
import { ada, cards, chooseShipping, fillAddress, payBy, placeButton } from '../pages/checkout.ts'
import { startCheckout } from '../pages/shop.ts'

test('a lost session is reported at the step that needs it, and what was typed stays', async ({
  page,
  context,
}) => {
  test.slow()
  await startCheckout(page)
  await context.clearCookies()
  for (const [label, value] of Object.entries(ada)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Country').selectOption('DE')
  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('your session has ended')
  await expect(page.getByLabel('Street and number')).toHaveValue(ada['Street and number'])

  await startCheckout(page)
  await fillAddress(page)
  await context.clearCookies()
  await chooseShipping(page)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('your session has ended')

  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await context.clearCookies()
  await placeButton(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('your session has ended')
})

test('an unknown checkout is 404 at each step', async ({ request }) => {
  const unknown = '019abcde-0000-7000-8000-000000000000'
  for (const step of ['address', 'shipping', 'payment', 'review', 'return', 'done'])
    expect((await request.get(`/checkout/${unknown}/${step}`)).status(), step).toBe(404)
})
