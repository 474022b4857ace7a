import { forgive } from '../fixtures/test.ts'
import { expect, test } from '../fixtures/isolated-mall.ts'
import { ada, cards } from '../pages/checkout.ts'
import { startCheckout } from '../pages/shop.ts'

test('a page whose release is gone reloads by itself and keeps what was typed, but no secrets', async ({
  page,
  team,
  complaints,
}) => {
  // Reads the saved state before any script of the document runs.
  await page.addInitScript(() => {
    window.name ||= sessionStorage.getItem('mall:typed') ?? ''
  })
  await startCheckout(page)
  const path = new URL(page.url()).pathname
  for (const [label, value] of Object.entries(ada)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Country').selectOption('DE')
  await page.evaluate((card) => {
    const fields = [
      { type: 'password', name: 'door', value: 'hunter2' },
      { type: 'text', name: 'number', autocomplete: 'cc-number', value: card },
      { type: 'text', name: 'cardNumber', value: card },
    ]
    for (const field of fields)
      document.querySelector('main form')?.append(Object.assign(document.createElement('input'), field))
  }, cards.approved)

  const old = await team.live('checkout')
  const next = await team.publishNext('checkout')
  await team.promote(next)
  const version = async () => (await page.request.get(path)).text()
  await expect.poll(version).toContain(`data-version="${next.version}"`)
  await expect
    .poll(async () => {
      const headers = { 'x-mall-release': `checkout@${old}` }
      return (await page.request.get('/api/checkout/addressForm', { headers })).status()
    })
    .toBe(410)

  await page.getByLabel('City').press('Enter')
  await expect(page.getByText('What you typed is still here.')).toBeVisible()
  forgive(complaints, 410)
  await expect(page.locator('main mall-remote').first()).toHaveAttribute('data-version', next.version)
  for (const [label, value] of Object.entries(ada))
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(value)
  await expect(page.getByLabel('Country')).toHaveValue('DE')
  await expect(page.getByLabel('City')).toBeFocused()
  const left = await page.evaluate(() => window.name)
  expect(left).toContain('Gartenstraße 4')
  expect(left).not.toMatch(/hunter2|4242/)
  expect(await page.evaluate(() => sessionStorage.getItem('mall:typed'))).toBeNull()

  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await expect(page).toHaveURL(/\/shipping$/)
  await team.rollback('checkout')
})
