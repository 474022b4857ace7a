import { layoutShifts, recordLayoutShifts } from '../fixtures/layout-shift.ts'
import { overflow } from '../fixtures/overflow.ts'
import { expect, forgive, test } from '../fixtures/test.ts'
import { shareOf, visibleWords } from '../fixtures/visible-text.ts'
import { violationsOf } from '../fixtures/violations.ts'
import { publicPages } from './pages.ts'

for (const [name, open] of Object.entries(publicPages)) {
  test(`${name}: the server’s HTML equals the browser’s view, without layout shifts or accessibility violations`, async ({
    page,
    browser,
    complaints,
  }) => {
    const path = await open()
    await recordLayoutShifts(page)
    await page.goto(path, { waitUntil: 'networkidle' })
    const words = await visibleWords(page)

    const plain = await browser.newPage({ javaScriptEnabled: false })
    await plain.goto(path)
    expect(shareOf(await visibleWords(plain), words)).toBeGreaterThanOrEqual(0.97)
    await plain.close()

    expect(await layoutShifts(page)).toEqual([])
    expect(await violationsOf(page)).toEqual([])
    if (name === 'not found') forgive(complaints, 404)
  })

  test(`${name}: is accessible on a phone in dark mode`, async ({ page, complaints }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(await open(), { waitUntil: 'networkidle' })
    expect(await violationsOf(page)).toEqual([])
    expect(await overflow(page), 'nothing to scroll sideways').toBe(0)
    if (name === 'not found') forgive(complaints, 404)
  })
}

test('scripts run by nonce only: nothing inline, nothing evaluated', async ({ page }) => {
  const response = await page.goto('/')
  const policy = response?.headers()['content-security-policy'] ?? ''
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
  expect(scripts).toMatch(/'nonce-[^']+'/)
  expect(scripts).toContain("'strict-dynamic'")
  expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval/)
})
