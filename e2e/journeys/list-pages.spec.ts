import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

/** Returns the status of a page and what it tells robots. */
async function asRobot(request: APIRequestContext, path: string) {
  const answer = await request.get(path)
  const html = await answer.text()
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]
  return {
    status: answer.status(),
    canonical: canonical && canonical.slice(new URL(answer.url()).origin.length),
    robots: /<meta name="robots" content="([^"]+)"/.exec(html)?.[1],
    next: /<a [^>]*rel="next"[^>]*>/.exec(html)?.[0].match(/href="([^"]+)"/)?.[1],
  }
}

test('robots follow the pages of a category by number and index each at its own address', async ({
  request,
}) => {
  const addresses = []
  for (let path: string | undefined = '/c/kitchen'; path && addresses.length < 60;) {
    // oxlint-disable-next-line no-await-in-loop -- each page links to the next
    const page = await asRobot(request, path)
    expect(page).toMatchObject({ status: 200, canonical: path, robots: undefined })
    addresses.push(path)
    path = page.next
  }
  expect(addresses.slice(0, 3)).toEqual(['/c/kitchen', '/c/kitchen?page=2', '/c/kitchen?page=3'])
  expect(await asRobot(request, `/c/kitchen?page=${addresses.length + 1}`)).toMatchObject({
    status: 404,
    robots: 'noindex, follow',
  })
  expect((await asRobot(request, '/de/c/kitchen?page=2')).canonical).toBe('/de/c/kitchen?page=2')
})

test('robots index no list that is filtered, sorted or searched, and no place without a number', async ({
  request,
}) => {
  for (const query of ['max=30', 'colour=black', 'sort=newest', 'page=2&sort=newest', 'page=51', 'cursor=x'])
    expect((await asRobot(request, `/c/kitchen?${query}`)).robots, query).toBe('noindex, follow')
  for (const query of [
    'page=0',
    'page=1',
    'page=abc',
    'page=-1',
    'utm_source=letter',
    'q=mug',
    'stock=zz',
    'colour=zz',
    'seller=zz',
  ])
    expect(await asRobot(request, `/c/kitchen?${query}`), query).toMatchObject({
      status: 200,
      canonical: '/c/kitchen',
    })
})

test('a page that is turned follows a cursor, has the address of its number for robots, and Back leads to where it was', async ({
  page,
}) => {
  await page.goto('/c/kitchen', { waitUntil: 'networkidle' })
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/\/c\/kitchen\?page=2&cursor=/)
  await expect(pages).toContainText('Page 2 of')
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/c\/kitchen\?page=2$/)
  const titles = await page.getByRole('article').getByRole('link').allInnerTexts()
  const product = page.getByRole('article').nth(8).getByRole('link').first()
  await product.scrollIntoViewIfNeeded()
  const scrollY = await page.evaluate(() => window.scrollY)
  expect(scrollY).toBeGreaterThan(100)
  await product.click()
  await expect(page).toHaveURL(/\/p\//)
  await page.goBack()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrollY)
  await page.goto('/c/kitchen?page=2')
  expect(await page.getByRole('article').getByRole('link').allInnerTexts()).toEqual(titles)
  await pages.getByRole('link', { name: 'Previous' }).click()
  await expect(page).toHaveURL(/\/c\/kitchen$/)
})

test('a cursor that no engine knows leads to the page of its number, or to the first', async ({ page }) => {
  await page.goto('/c/kitchen?page=2&cursor=broken')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('Page 2 of')
  await page.goto('/search?q=mug&cursor=broken')
  await expect(page.getByRole('article').first()).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a category is searched inside, and from there the whole mall', async ({ page }) => {
      await page.goto('/c/kitchen')
      await page.getByRole('searchbox', { name: 'Search in Kitchen' }).fill('jug')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL('/search?category=kitchen&q=jug')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “jug” in Kitchen')
      await page.getByRole('link', { name: 'Search all of MallHive' }).click()
      await expect(page).toHaveURL('/search?q=jug')
      await expect(page.getByRole('article').first()).toBeVisible()
    })

    test('what a category does not have is offered from the whole mall', async ({ page }) => {
      await page.goto('/search?category=kitchen&q=guitar')
      await expect(page.getByText('No results for “guitar” in Kitchen')).toBeVisible()
      await page.getByRole('link', { name: /^\d+ results in all of MallHive$/ }).click()
      await expect(page).toHaveURL('/search?q=guitar')
      await expect(page.getByRole('article').first()).toContainText(/guitar/i)
    })
  })

test('a shop is searched inside', async ({ page }) => {
  await page.goto('/search?seller=kiln-and-kettle')
  await page.getByRole('searchbox', { name: 'Search in Kiln & Kettle' }).fill('teapot')
  await page.getByRole('search').getByRole('button', { name: 'Search' }).last().click()
  await expect(page).toHaveURL('/search?seller=kiln-and-kettle&q=teapot')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “teapot” in Kiln & Kettle')
})

test('what nothing in the mall has is not looked for in a category only', async ({ page }) => {
  await page.goto('/search?category=kitchen&q=zzzzqqqq')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No results for “zzzzqqqq”')
  await expect(page.getByRole('list', { name: 'Categories' }).getByRole('link').first()).toBeVisible()
})
