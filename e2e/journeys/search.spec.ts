import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const searchOf = (page: Page) => page.getByRole('combobox', { name: /Search the mall|Was suchst du/ })

/** Opens a page whose search is awake, and focuses it. */
async function openSearch(page: Page, path = '/') {
  await page.goto(path, { waitUntil: 'networkidle' })
  const search = searchOf(page)
  await search.focus()
  return search
}

test('the search suggests products while typing, and the keyboard opens one', async ({ page }) => {
  await page.goto('/')
  const search = searchOf(page)
  await expect(search).toBeVisible()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await search.pressSequentially('mug')
  const product = page.getByRole('group', { name: 'Products' }).getByRole('option').first()
  await expect(product).toContainText('€')
  const id = (await product.getAttribute('id')) ?? ''
  const steps = await page
    .getByRole('option')
    .evaluateAll((all, to) => all.findIndex((one) => one.id === to), id)
  for (let step = 0; step <= steps; step++) await search.press('ArrowDown')
  await expect(search).toHaveAttribute('aria-activedescendant', id)
  await search.press('Enter')
  await expect(page).toHaveURL(/\/p\//)
})

test('suggestions are shops and categories too, and lead to them', async ({ page }) => {
  const search = await openSearch(page)
  await search.fill('kiln')
  await page.getByRole('group', { name: 'Shops' }).getByRole('option', { name: 'Kiln & Kettle' }).click()
  await expect(page).toHaveURL('/search?seller=kiln-and-kettle')
  await search.fill('light')
  await page.getByRole('group', { name: 'Categories' }).getByRole('option').first().click()
  await expect(page).toHaveURL(/\/c\//)
})

test('a late answer does not replace the suggestions of what is typed', async ({ page }) => {
  const search = await openSearch(page)
  const late = Promise.withResolvers<void>()
  await page.route(/suggest.*kil(?!n)/, async (route) => {
    await late.promise
    await route.continue()
  })
  const answered = page.waitForResponse(/suggest.*kil(?!n)/)
  await search.fill('kil')
  await search.fill('teapot')
  const products = page.getByRole('group', { name: 'Products' })
  await expect(products.getByRole('option').first()).toContainText(/teapot/i)
  late.resolve()
  await answered
  await expect(products.getByRole('option').first()).toContainText(/teapot/i)
})

test('a field that has a text suggests for it as soon as it is focused', async ({ page }) => {
  await openSearch(page, '/search?q=teapot')
  const products = page.getByRole('group', { name: 'Products' }).getByRole('option')
  await expect(products.first()).toContainText(/teapot/i)
})

test('recent searches are suggested before the first letter, and cleared in one click', async ({ page }) => {
  const search = await openSearch(page)
  await search.fill('blue mug')
  await search.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('blue mug')
  for (const path of ['/search?q=zzzzqqqq', '/search?q=lamp&min=90000'])
    await page.goto(path, { waitUntil: 'networkidle' })
  await openSearch(page)
  const recent = page.getByRole('group', { name: 'Recent searches' }).getByRole('option')
  await expect(recent).toHaveText(['blue mug', 'Clear recent searches'])
  await recent.last().click()
  await expect(recent).toHaveCount(0)
  await page.reload({ waitUntil: 'networkidle' })
  await search.focus()
  await search.fill('mug')
  await expect(page.getByRole('option').first()).toBeVisible()
  await search.fill('')
  await expect(page.getByRole('option')).toHaveCount(0)
})

test('a browser that blocks its storage searches without recent searches', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    }),
  )
  await page.goto('/search?q=mug')
  await expect(page.getByRole('article').first()).toBeVisible()
  const search = await openSearch(page)
  await search.fill('mug')
  await expect(page.getByRole('option').first()).toBeVisible()
})

for (const { lang, path, corrected, insist, nothing, help } of [
  {
    lang: 'an English',
    path: '/search',
    corrected: 'No results for “teapto”. Showing “teapot”.',
    insist: 'Search for “teapto” instead',
    nothing: 'No results for “teapto”',
    help: 'Search with spelling help',
  },
  {
    lang: 'a German',
    path: '/de/search',
    corrected: 'Keine Ergebnisse für „teapto“. Du siehst Ergebnisse für „teapot“.',
    insist: 'Stattdessen nach „teapto“ suchen',
    nothing: 'Keine Ergebnisse für „teapto“',
    help: 'Mit Rechtschreibhilfe suchen',
  },
])
  test(`on ${lang} page a mistyped word is corrected openly, and the shopper can insist on it`, async ({
    page,
  }) => {
    await page.goto(`${path}?q=teapto`)
    await expect(page.getByRole('main')).toContainText(corrected)
    await expect(page.getByRole('article').first()).toBeVisible()
    await page.getByRole('link', { name: insist }).click()
    await expect(page).toHaveURL(`${path}?q=teapto&verbatim=1`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(nothing)
    await page.getByRole('link', { name: help }).click()
    await expect(page).toHaveURL(`${path}?q=teapto`)
  })

for (const { path, query, shorter, way } of [
  { path: '/search', query: 'dog mug leash', shorter: 'dog mug', way: /^“dog mug”: (\d+) products?$/ },
  {
    path: '/de/search',
    query: 'rote Gitarre Ständer',
    shorter: 'rote Gitarre',
    way: /^„rote Gitarre“: (\d+) Produkte?$/,
  },
])
  test(`on ${path} a query that finds nothing leads to what it finds without a word`, async ({ page }) => {
    await page.goto(`${path}?q=${encodeURIComponent(query)}`)
    const link = page.getByRole('main').getByRole('link', { name: way })
    const count = way.exec(await link.innerText())?.[1]
    await link.click()
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === shorter)
    await expect(page.getByRole('region').locator('output')).toHaveText(new RegExp(`^${count} `))
  })

test('a price and a shop in the text are filters, taken back one by one or together', async ({ page }) => {
  await page.goto('/search?q=kiln+kettle+teapot+under+60')
  const filters = page.getByRole('list', { name: 'Active filters' })
  await expect(filters.getByRole('link')).toHaveCount(3)
  await filters.getByRole('link', { name: 'Remove Price up to €60.00' }).click()
  await expect(page).toHaveURL('/search?q=kiln+kettle+teapot')
  await filters.getByRole('link', { name: 'Remove Kiln & Kettle' }).click()
  await expect(page).toHaveURL('/search?q=teapot')
  await expect(filters).toHaveCount(0)
  await page.goto('/search?q=kiln+kettle+teapot+under+60&sort=price-asc')
  await filters.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/search?q=teapot&sort=price-asc')
})

test('a German price in the text is a filter', async ({ page }) => {
  await page.goto('/de/search?q=Becher+bis+30+€')
  await page
    .getByRole('list', { name: 'Aktive Filter' })
    .getByRole('link', { name: /Preis bis 30,00/ })
    .click()
  await expect(page).toHaveURL('/de/search?q=Becher')
})

test('a product that lacks a word of the search says which', async ({ page }) => {
  await page.goto('/search?q=zebra+mug')
  await expect(page.getByRole('main')).toContainText('No product has all of your words')
  const missing = page.getByRole('article').first().getByText('Missing: zebra')
  await expect(missing.locator('s')).toHaveText('zebra')
})

test('a search without results leads on to categories, and to a search that is less strict', async ({
  page,
}) => {
  await page.goto('/search?q="mug+zzzzqqqq"')
  const main = page.getByRole('main')
  await expect(main.getByRole('list', { name: 'Categories' }).getByRole('link').first()).toBeVisible()
  await main.getByRole('link', { name: 'Search for “mug zzzzqqqq”' }).click()
  await expect(page.getByRole('article').first()).toContainText('Missing: zzzzqqqq')
})

test('searches are kept out of search engines', async ({ request }) => {
  const html = await (await request.get('/search?q=mug')).text()
  expect(html).toContain('<meta name="robots" content="noindex, follow"/>')
  expect(html).not.toContain('rel="canonical"')
})
