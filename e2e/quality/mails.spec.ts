import { expect, request, test } from '@playwright/test'

import { violationsOf } from '../fixtures/violations.ts'
import { buyFrom } from '../pages/by-request.ts'
import { mailAbout } from '../pages/mail.ts'

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

test('the confirmation of an order reads well on a phone, in light and dark, whatever a name is', async ({
  page,
  baseURL,
}) => {
  const guest = await request.newContext()
  const { order } = await buyFrom(guest, baseURL ?? '', 'paper-and-plum', longWord)
  const { html } = await mailAbout(order)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.setContent(html, { waitUntil: 'networkidle' })
  await expect(page.getByText(longWord).first()).toBeVisible()

  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow, 'nothing to scroll sideways').toBeLessThanOrEqual(0)
  const widths = await page
    .locator('img')
    .evaluateAll((images: HTMLImageElement[]) => images.map(({ naturalWidth }) => naturalWidth))
  expect(widths.length, 'the mark and a product').toBe(2)
  expect(Math.min(...widths), 'pictures load in a page of another origin').toBeGreaterThan(0)

  const grounds = new Set<string>()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
    // A mail has no landmarks of its own: it is shown inside those of the mail program.
    const violations = await violationsOf(page)
    expect(violations.filter((violation) => !/^(region|landmark)/.test(violation))).toEqual([])
  }
  expect(grounds.size, 'a ground for each theme').toBe(2)
})
