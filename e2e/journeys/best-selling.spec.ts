import type { APIRequestContext, Browser } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from '../fixtures/test.ts'
import { buy } from '../pages/checkout.ts'
import { addToCart } from '../pages/shop.ts'

const found = z.object({
  sort: z.string(),
  facets: z.array(z.object({ name: z.string(), values: z.array(z.object({ value: z.string() })) })),
  products: z.array(z.object({ slug: z.string(), title: z.string(), category: z.string() })),
})

async function find(request: APIRequestContext, query: string) {
  const answer = await request.get(`/rest/search/v1/search?${query}`)
  return found.parse(await answer.json())
}

/** Returns a shop of which nothing was sold, and the last of its products in stock. */
async function findUnsold(request: APIRequestContext) {
  const { facets } = await find(request, 'limit=1')
  for (const { value: shop } of facets.find(({ name }) => name === 'seller')?.values.toReversed() ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other until one is unsold
    const { sort, products } = await find(request, `seller=${shop}&stock=in-stock&sort=best-selling`)
    const last = products.at(-1)
    if (sort === 'relevance' && products.length > 1 && last) return { shop, product: last }
  }
  throw new Error('of every shop something was sold')
}

async function buyAsGuest(browser: Browser, baseURL: string | undefined, slug: string) {
  const guest = await browser.newPage({ baseURL })
  await guest.goto(`/p/${slug}`, { waitUntil: 'networkidle' })
  await addToCart(guest)
  await guest.goto('/checkout')
  await buy(guest)
  await guest.close()
}

test('what is bought twice leads the lists that are sorted by it, which only lists with sales can be', async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const { shop, product } = await findUnsold(request)
  await page.goto(`/de/search?seller=${shop}&sort=best-selling`)
  const germanSort = page.getByLabel('Sortieren nach')
  await expect(germanSort).toHaveValue('relevance')
  await expect(germanSort.getByRole('option', { name: 'Meistverkauft' })).toHaveCount(0)

  await buyAsGuest(browser, baseURL, product.slug)
  await buyAsGuest(browser, baseURL, product.slug)
  await expect
    .poll(async () => {
      const { sort, products } = await find(request, `seller=${shop}&sort=best-selling`)
      return [sort, products[0]?.slug]
    })
    .toEqual(['best-selling', product.slug])

  for (const path of [`/search?seller=${shop}`, `/search?q=${shop.replaceAll('-', ' ')}`]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.getByLabel('Sort by').selectOption('Best selling')
    await expect(page).toHaveURL(/[?&]sort=best-selling$/)
    await expect(page.getByRole('article').first()).toContainText(product.title)
    await expect(page.getByLabel('Sort by')).toHaveValue('best-selling')
  }
  await page.goto(`/c/${product.category}?seller=${shop}&sort=best-selling`)
  await expect(page.getByRole('article').first()).toContainText(product.title)
  await expect(page.getByLabel('Sort by')).toHaveValue('best-selling')
})
