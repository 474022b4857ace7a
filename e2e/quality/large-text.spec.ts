import type { Page } from '@playwright/test'

import { largeText } from '../fixtures/chromium.ts'
import { overflow } from '../fixtures/overflow.ts'
import { expect, test } from '../fixtures/test.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { startCheckout } from '../pages/shop.ts'
import { publicPages } from './pages.ts'
import { eachPersonalPage } from './personal-pages.ts'

test.use({ viewport: { width: 390, height: 844 }, launchOptions: largeText })
test.describe.configure({ timeout: 120_000 })

for (const locale of ['en-IE', 'de-DE'])
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('a guest buys on a phone with text at 200 %', async ({ page }) => {
      await startCheckout(page)
      await fillAddress(page)
      await chooseShipping(page)
      await payBy(page, cards.approved)
      await placeButton(page).click()
      await orderNumber(page)
      expect(await overflow(page)).toBe(0)
    })
  })

test('no page scrolls sideways on a phone with text at 200 %', async ({ page, complaints }) => {
  for (const open of Object.values(publicPages)) await fits(page, await open())
  await fits(page, '/search?page=99')
  expect(complaints.filter((complaint) => !/status of 40[04]/.test(complaint))).toEqual([])
  complaints.length = 0
})

test('no page of a checkout, an account or a shop scrolls sideways on a phone with text at 200 %', async ({
  page,
  baseURL,
}) => {
  await eachPersonalPage(page, baseURL ?? '', (path) => fits(page, path))
})

/** Expects no overflow in either language. */
async function fits(page: Page, path: string): Promise<void> {
  for (const prefix of ['', '/de']) {
    const address = prefix && path === '/' ? prefix : prefix + path
    await page.goto(address, { waitUntil: 'networkidle' })
    expect.soft(await overflow(page), `${address} scrolls sideways`).toBe(0)
  }
}
