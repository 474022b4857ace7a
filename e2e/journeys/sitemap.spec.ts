import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/test.ts'

test('the sitemap is valid XML all the way down and lists every product and every shelf once', async ({
  page,
}) => {
  const robots = await (await page.request.get('/robots.txt')).text()
  const [, address = ''] = /^Sitemap: (.+)$/m.exec(robots) ?? []
  expect(new URL(address).pathname).toBe('/sitemap.xml')

  const parts = await locations(page, address, 'sitemapindex')
  const listed = (await Promise.all(parts.map((part) => locations(page, part, 'urlset')))).flat()
  expect(new Set(listed).size, 'each once').toBe(listed.length)
  const paths = listed.map((url) => new URL(url).pathname)
  expect(paths.filter((path) => path.startsWith('/p/')).toSorted()).toEqual(await allProducts(page))
  expect(paths.filter((path) => path.startsWith('/c/')).length).toBeGreaterThanOrEqual(12)
  expect(paths.filter((path) => /^\/(cart|checkout|account|orders|_mall|api)\b/.test(path))).toEqual([])
  expect((await page.request.get(listed.at(-1) ?? '')).status()).toBe(200)
})

test('an unknown part of the sitemap is 404', async ({ request }) => {
  const queries = [
    'of=unknown',
    'of=__proto__',
    'of=constructor&part=x',
    'of=catalog',
    'of=catalog&part=x',
    'of=cart',
  ]
  for (const query of queries) expect((await request.get(`/sitemap.xml?${query}`)).status(), query).toBe(404)
})

test('robots.txt excludes private pages', async ({ request }) => {
  const response = await request.get('/robots.txt')
  expect(response.headers()['content-type']).toMatch(/^text\/plain/)
  expect(await response.text()).toMatch(/^User-agent: \*\nDisallow: \/api\/\nDisallow: \/_mall\/\n/)
})

/** Returns the addresses in a document of sitemaps.org; fails when it is no XML or another kind of document. */
async function locations(page: Page, address: string, root: string): Promise<string[]> {
  const response = await page.request.get(address)
  expect(response.headers()['content-type']).toMatch(/^application\/xml/)
  const { name, found } = await page.evaluate(
    (xml) => {
      const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml')
      const elements = [...documentElement.querySelectorAll('loc')]
      return { name: documentElement.nodeName, found: elements.map(({ textContent }) => textContent ?? '') }
    },
    await response.text(),
  )
  expect(name, address).toBe(root)
  return found
}

async function allProducts(page: Page): Promise<string[]> {
  const paths: string[] = []
  let cursor: string | null = ''
  do {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const response = await page.request.get(`/rest/catalog/v1/products?limit=100${query}`)
    const list: { products: { slug: string }[]; nextCursor: string | null } = await response.json()
    paths.push(...list.products.map(({ slug }) => `/p/${slug}`))
    cursor = list.nextCursor
  } while (cursor)
  return paths.toSorted()
}
