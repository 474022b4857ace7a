import type { Browser, Page, Request } from '@playwright/test'

import type { Descriptor } from '@mallhive/release-runtime/descriptor'

import { expect, test } from '../fixtures/pinned.ts'

const isReport = (request: Request) => new URL(request.url()).pathname === '/_mall/beacon'

test('a document reports that it opened, without personal data, and altered reports are refused', async ({
  page,
}) => {
  const told = page.waitForRequest(isReport)
  await page.goto('/search?q=mug+for+zebedee')
  const request = await told
  const report = request.postDataJSON()
  expect(report).toMatchObject({ page: 'catalog/search-page', rate: 1, errors: [] })
  expect(Object.keys(report).toSorted()).toEqual([
    'document',
    'errors',
    'page',
    'rate',
    'releases',
    'token',
    'vitals',
  ])
  expect(request.postData()).not.toContain('zebedee')
  expect((await request.response())?.status()).toBe(204)
  for (const garbage of [
    '',
    '{',
    JSON.stringify({ ...report, document: 'ada' }),
    JSON.stringify({ ...report, token: 'forged' }),
  ])
    expect((await page.request.post('/_mall/beacon', { data: garbage })).status()).toBe(400)
  const next = page.waitForRequest(isReport)
  await page.reload()
  expect((await next).postDataJSON().document).not.toBe(report.document)
})

/**
 * A browser pinned to a release of home that no other browser runs, so that all of its reports come from here. The release was
 * live for a moment: documents of previews do not report.
 */
const trying = (change?: (code: string) => string) =>
  test.extend<object, { next: Descriptor }>({
    next: [
      async ({ team }, use) => {
        const next = await team.publishNext('home', change)
        await team.promote(next, 0.01)
        await team.rollback('home')
        await use(next)
      },
      { scope: 'worker' },
    ],
    pins: ({ next }, use) => use(`home@${next.version}`),
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures it needs
    baseURL: ({}, use) => use(process.env['MALL_URL']),
  })

trying()(
  'vitals are sent when the page is left and name the page on which they were measured',
  async ({ page, team, next }) => {
    const since = new Date()
    const opened = page.waitForRequest(isReport)
    await page.goto('/')
    await opened
    await page.getByRole('navigation', { name: 'Categories' }).getByRole('link').first().click()
    await expect(page.locator('mall-remote[data-remote="catalog/category-page"]')).toBeVisible()
    // Leaving the page sends the last report; Playwright does not see requests of a page that unloads.
    await page.goto('/cart')
    const told = async () => {
      const [home] = await team.health('home', [next.version], since)
      return { lcp: home?.lcp.length, inp: home?.inp.length }
    }
    await expect.poll(told).toEqual({ lcp: 1, inp: 1 })
  },
)

/** Code instead of the footer's first message. */
const thrown = '(()=>{throw new RangeError("the footer of 12 shops broke")})()'
const broken = trying((code) => code.replaceAll(/\b\w+\("about"\)/g, thrown))

broken(
  'an error is counted for the release that threw, once a document, and for no other',
  async ({ page, team, next, complaints }) => {
    const since = new Date()
    const of = async (name: string, version: string) => (await team.health(name, [version], since))[0]
    await page.goto('/')
    await expect
      .poll(() => of('home', next.version))
      .toMatchObject({
        reports: 1,
        failedReports: 1,
        exampleError: 'RangeError: the footer of … shops broke',
        lcp: [],
      })
    await page.goto('/cart')
    await expect.poll(async () => (await of('home', next.version))?.lcp.length).toBe(1)
    await expect.poll(() => of('home', next.version)).toMatchObject({ reports: 2, failedReports: 2 })
    await expect.poll(() => of('home', next.version)).toMatchObject({ served: 2, failedServed: 2 })
    expect(await of('home', await team.live('home'))).toMatchObject({ failedReports: 0 })
    expect(await of('cart', await team.live('cart'))).toMatchObject({ failedReports: 0 })
    complaints.length = 0
  },
)

test('a shopper who opted out, or whose browser sends GPC, is not counted', async ({
  page,
  browser,
  baseURL,
  complaints,
}) => {
  const quiet = watchReports(page)
  await page.goto('/')
  const sharing = page.getByRole('form', { name: 'Diagnostics' })
  await sharing.getByRole('button', { name: 'Don’t share' }).click()
  await expect(sharing.getByRole('button', { name: 'Don’t share' })).toHaveAttribute('aria-pressed', 'true')
  quiet.length = 0
  await page.reload()
  await provoke(page)

  const refusing = await browser.newPage({ baseURL, extraHTTPHeaders: { 'sec-gpc': '1' } })
  const refused = watchReports(refusing)
  await refusing.goto('/')
  await expect(refusing.getByRole('form', { name: 'Theme' })).toBeVisible()
  await expect(refusing.getByRole('form', { name: 'Diagnostics' })).toHaveCount(0)
  await provoke(refusing)

  // When the later report of another browser has arrived, the earlier ones would have arrived too.
  await hearFrom(browser, baseURL)
  expect([...quiet, ...refused]).toEqual([])
  complaints.length = 0
})

test('the choice to share works without scripts', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, javaScriptEnabled: false })
  await page.goto('/search?q=mug')
  await page.getByRole('button', { name: 'Don’t share' }).click()
  await expect(page).toHaveURL(/\/search\?q=mug$/)
  await expect(page.getByRole('button', { name: 'Don’t share' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Share diagnostics' }).click()
  await expect(page.getByRole('button', { name: 'Don’t share' })).toHaveAttribute('aria-pressed', 'false')
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('mall_metrics')
})

test('a blocked beacon tries once, and causes only the browser’s own console message', async ({
  page,
  complaints,
}) => {
  let tried = 0
  await page.route(
    (url) => url.pathname === '/_mall/beacon',
    (route) => {
      tried++
      return route.abort('blockedbyclient')
    },
  )
  await page.goto('/')
  await expect.poll(() => tried).toBe(1)
  await provoke(page)
  await page.goto('/cart')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // At most one attempt for the second document, none for the rest of the first one's reports.
  expect(tried).toBeLessThanOrEqual(2)
  for (const complaint of complaints) expect(complaint).toMatch(/BLOCKED_BY_CLIENT|told at once/)
  complaints.length = 0
})

function watchReports(page: Page): string[] {
  const reports: string[] = []
  page.on('request', (request) => isReport(request) && reports.push(request.postData() ?? ''))
  return reports
}

/** Throws an error in the page, which is reported at once. */
const provoke = (page: Page) =>
  page.evaluate(() => void Promise.reject(new Error('told at once')).catch(reportError))

async function hearFrom(browser: Browser, baseURL: string | undefined): Promise<void> {
  const page = await browser.newPage({ baseURL })
  const told = page.waitForRequest(isReport)
  await page.goto('/')
  await provoke(page)
  await told
  await page.close()
}
