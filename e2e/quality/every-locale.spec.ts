import type { APIRequestContext, Page } from '@playwright/test'

import { expect, forgive, test } from '../fixtures/test.ts'
import { untranslatedTexts } from '../fixtures/untranslated-texts.ts'
import { buyFrom } from '../pages/by-request.ts'
import { openSessions } from '../pages/sessions.ts'
import { publicPages } from './pages.ts'

// The pseudo-locale has the longest words, Arabic runs from right to left.
const locales = ['en-xa', 'ar'] as const

test.use({ viewport: { width: 390, height: 844 } })
test.describe.configure({ timeout: 120_000 })

for (const [name, open] of Object.entries(publicPages))
  test(`${name}: fits a phone in every locale, and its texts are in catalogues`, async ({
    page,
    complaints,
  }) => {
    await fitsInEveryLocale(page, await open())
    if (name === 'not found') for (const _ of locales) forgive(complaints, 404)
  })

test('the checkout, the order and the account fit a phone in every locale, and their texts are in catalogues', async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? ''
  const { shopper, seller } = await openSessions(origin)
  await takeSession(page, shopper)
  await fitsInEveryLocale(page, '/account')
  const { checkout, order } = await buyFrom(shopper, origin, 'kiln-and-kettle', 'Ada Byron', async (step) => {
    if (step.endsWith('/address')) await fitsInEveryLocale(page, '/cart')
    await fitsInEveryLocale(page, step)
  })
  for (const path of [`/checkout/${checkout}/done`, '/orders', `/orders/${order}`, '/addresses'])
    await fitsInEveryLocale(page, path)
  await takeSession(page, seller)
  await fitsInEveryLocale(page, '/seller/orders')
})

async function takeSession(page: Page, visitor: APIRequestContext): Promise<void> {
  await page.context().addCookies((await visitor.storageState()).cookies)
}

async function fitsInEveryLocale(page: Page, path: string): Promise<void> {
  for (const locale of locales) {
    await page.goto(path === '/' ? `/${locale}` : `/${locale}${path}`, { waitUntil: 'networkidle' })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(overflow, `${locale} ${path}: scrolls sideways`).toBe(0)
    if (locale === 'en-xa')
      expect.soft(await untranslatedTexts(page), `${path}: texts in no catalogue`).toEqual([])
  }
}
