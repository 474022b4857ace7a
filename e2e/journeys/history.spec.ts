import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/test.ts'

/** Opens a long list and follows a product far down in it. */
async function followFromFarDown(page: Page): Promise<{ scrollY: number; title: string }> {
  await page.goto('/search', { waitUntil: 'networkidle' })
  const card = page.getByRole('article').nth(8).getByRole('link').first()
  await card.scrollIntoViewIfNeeded()
  const title = await card.innerText()
  const scrollY = await page.evaluate(() => window.scrollY)
  expect(scrollY).toBeGreaterThan(100)
  await card.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  return { scrollY, title }
}

/** Records the addresses of requested views. */
function viewsOf(page: Page): string[] {
  const views: string[] = []
  page.on('request', (request) => {
    if (request.headers()['accept']?.includes('view+json')) views.push(request.url())
  })
  return views
}

/** Records the paths of requested documents. */
function documentsOf(page: Page): string[] {
  const documents: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents.push(new URL(request.url()).pathname)
  })
  return documents
}

test('a new page begins at its top; Back shows the old one where it was, without a request, and Forward the new one', async ({
  page,
}) => {
  const documents = documentsOf(page)
  const { scrollY, title } = await followFromFarDown(page)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await expect(page.locator('#main')).toBeFocused()

  const views = viewsOf(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/search$/)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrollY)
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  expect([documents, views]).toEqual([['/search'], []])
})

test('after a reload Back still leads to the page before, where it was', async ({ page }) => {
  await followFromFarDown(page)
  await page.reload({ waitUntil: 'networkidle' })
  await page.goBack()
  await expect(page).toHaveURL(/\/search$/)
  await expect(page.getByRole('article').nth(8)).toBeVisible()
})

test('of two navigations the later one wins, however long the first one takes', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  const held = Promise.withResolvers<void>()
  await page.route('**/cart', async (route) => {
    await held.promise
    await route.continue().catch(() => {})
  })
  await page.getByRole('banner').getByRole('link', { name: 'Cart' }).click()
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/c\//)
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  held.resolve()
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link').nth(1).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(heading)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await page.goBack()
  await expect(page).toHaveURL(/\/$/)
})

test('links to a part of the page leave the page as it is, and Back leads through them', async ({ page }) => {
  await page.goto('/search', { waitUntil: 'networkidle' })
  const documents = documentsOf(page)
  const views = viewsOf(page)
  await page.evaluate(() => {
    location.hash = '#main'
  })
  await expect(page).toHaveURL(/\/search#main$/)
  await page.goBack()
  await expect(page).toHaveURL(/\/search$/)
  await expect(page.getByRole('article').first()).toBeVisible()
  expect([documents, views]).toEqual([[], []])
})

test('a fragment that is no escaped text leads to the page', async ({ page }) => {
  await page.goto('/search', { waitUntil: 'networkidle' })
  await page
    .getByRole('article')
    .first()
    .getByRole('link')
    .first()
    .evaluate((link: HTMLAnchorElement) => {
      link.hash = '#100%'
      link.click()
    })
  await expect(page).toHaveURL(/#100%$/)
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible()
})

test('the title of a page that is shown without a document load is announced', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.getByRole('banner').getByRole('link', { name: 'Cart' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/cart/i)
  await expect(page.locator('[aria-live="assertive"]')).toContainText(await page.title())
})

test('a page has one address: a slash at its end is redirected, with the query', async ({ request }) => {
  const answer = await request.get('/search/?q=mug', { maxRedirects: 0 })
  expect([answer.status(), answer.headers()['location']]).toEqual([308, '/search?q=mug'])
})

test('an address with parameters of a campaign stays in the address bar, and a link into the page loads nothing', async ({
  page,
}) => {
  await page.goto('/?utm_source=letter&gclid=x', { waitUntil: 'networkidle' })
  await expect(page).toHaveURL(/\/\?utm_source=letter&gclid=x$/)
  expect(await page.content()).not.toContain('utm_source')
  const views = viewsOf(page)
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter')
  await expect(page).toHaveURL(/\/\?utm_source=letter&gclid=x#/)
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/c\/[a-z-]+$/)
  expect(views).toHaveLength(1)
  await page.goBack()
  await expect(page).toHaveURL(/\/\?utm_source=letter&gclid=x/)
  expect(views).toHaveLength(1)
})
