import type { Page } from '@playwright/test'

import { expect, forgive, test } from '../fixtures/test.ts'
import { overflow } from '../fixtures/overflow.ts'
import { untranslatedTexts } from '../fixtures/untranslated-texts.ts'
import { publicPages } from './pages.ts'
import { eachPersonalPage } from './personal-pages.ts'

// The pseudo-locale has the longest words, Arabic runs from right to left.
const locales = ['en-xa', 'ar'] as const

/** What these tests have typed, a card's brand, and the cities of the shops. */
const known =
  /^(Ada Byron|Grace Hopper|Donau.* 128b|.*@example\.test|mug|zzzzqqqq|Visa •••• \d+|Bergen|Bristol|Delft|Ghent|Leipzig|Lyon|Porto|Turin)$/

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
  await eachPersonalPage(page, baseURL ?? '', (path) => fitsInEveryLocale(page, path))
})

test('English texts of an Arabic page begin where its own do', async ({ page }) => {
  for (const path of ['/ar/c/kitchen', '/ar/search?q=ceramic%20lamp']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const sides = await page
      .locator('main [lang]:visible')
      .evaluateAll((texts) => texts.map((text) => getComputedStyle(text).textAlign))
    expect([path, [...new Set(sides)]]).toEqual([path, ['right']])
  }
})

async function fitsInEveryLocale(page: Page, path: string): Promise<void> {
  for (const locale of locales) {
    await page.goto(path === '/' ? `/${locale}` : `/${locale}${path}`, { waitUntil: 'networkidle' })
    expect.soft(await overflow(page), `${locale} ${path}: scrolls sideways`).toBe(0)
    if (locale === 'en-xa')
      expect.soft(await untranslatedTexts(page, known), `${path}: texts in no catalogue`).toEqual([])
  }
}
