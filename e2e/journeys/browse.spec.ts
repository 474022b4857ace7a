import { test as pinnedTest } from '../fixtures/pinned.ts'
import { expect, test } from '../fixtures/test.ts'
import { addToCart, findProduct, openBuyable } from '../pages/shop.ts'

test('the list of one shop has the name of the shop', async ({ page }) => {
  await page.goto('/search?seller=kiln-and-kettle')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kiln & Kettle')
  await expect(page).toHaveTitle('Kiln & Kettle · MallHive')
})

test('on a phone the button that adds to the cart is on the first screen of a product', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 })
  await page.goto('/search?q=mug')
  await openBuyable(page)
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeInViewport({ ratio: 1 })
})

test('a facet narrows the list by address, and the back button takes it away', async ({ page }) => {
  await page.goto('/search')
  const count = page.getByRole('region', { name: 'Products' }).locator('output')
  const all = await count.innerText()
  await page.getByRole('complementary', { name: 'Filters' }).getByRole('link').first().click()
  await expect(count).not.toHaveText(all)
  const narrowed = await count.innerText()
  await page.reload()
  await expect(count).toHaveText(narrowed)
  await page.goBack()
  await expect(count).toHaveText(all)
})

test('the pages of a list lead forth and back', async ({ page }) => {
  await page.goto('/search?sort=price-asc')
  const first = await page.getByRole('article').first().innerText()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByRole('article').first()).not.toHaveText(first)
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.getByRole('article').first()).toContainText(first.split('\n')[0] ?? '')
})

test('choosing a variant changes the address, and the address brings the variant', async ({ page }) => {
  await page.goto('/search?q=mug')
  await openBuyable(page)
  const other = page.getByRole('group').getByRole('link').and(page.locator(':not([aria-current])')).first()
  await other.click()
  await expect(page).toHaveURL(/\?/)
  const chosen = await page.getByRole('group').locator('[aria-current]').first().getAttribute('href')
  await page.goto(page.url())
  await expect(page.getByRole('group').locator('[aria-current]').first()).toHaveAttribute(
    'href',
    chosen ?? '',
  )
})

test('the key b shows the team boundaries, in their place', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.keyboard.press('b')
  const label = page.getByText(/^home@?/).first()
  await expect(label).toBeVisible()
  // By its style sheet, which loads with its code.
  await expect(label.locator('..')).toHaveCSS('position', 'absolute')
})

test('a removed cart line can be restored', async ({ page }) => {
  const title = await findProduct(page)
  await addToCart(page)
  await page.goto('/cart', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: `Remove ${title}` }).click()
  await expect(page.getByText(`${title} was removed from your cart`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: `Remove ${title}` })).toBeVisible()
})

const movedTest = pinnedTest.extend<object, { moved: string }>({
  moved: [
    async ({ team }, use) => {
      const declared = {
        routes: { '/basket/:tab': 'cart-page' },
        redirects: { '/cart/:tab': '/basket/:tab' },
      }
      const { name, version } = await team.publishNext('cart', undefined, declared)
      await use(`${name}@${version}`)
    },
    { scope: 'worker' },
  ],
  pins: ({ moved }, use) => use(moved),
})

movedTest(
  'the old path of a page that moved answers 308, with its parameters and its query',
  async ({ page }) => {
    const answer = await page.request.get('/cart/caf%C3%A9?from=mail&page=2', { maxRedirects: 0 })
    expect(answer.status()).toBe(308)
    const { pathname, search } = new URL(answer.headers()['location'] ?? '', 'http://mall.test')
    expect(pathname + search).toBe('/basket/caf%C3%A9?from=mail&page=2')
  },
)
