import { expect, test } from '../fixtures/test.ts'
import { addToCart, findProduct } from '../pages/shop.ts'

test('the wheel over a quantity scrolls and changes nothing', async ({ page }) => {
  await findProduct(page)
  const quantity = page.getByRole('spinbutton', { name: /^Quantity of/ })
  await quantity.click()
  await quantity.hover()
  await page.mouse.wheel(0, 300)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  await expect(quantity).toHaveValue('1')
})

test('an emptied quantity stays empty and is refused in words; a quantity beyond the limit is corrected and said', async ({
  page,
}) => {
  await findProduct(page)
  const quantity = page.getByRole('spinbutton', { name: /^Quantity of/ })
  const status = page.getByRole('status').filter({ hasText: /whole number|up to/ })
  await quantity.fill('')
  await quantity.blur()
  await expect(quantity).toHaveValue('')
  await expect(status).toHaveText(/^Enter a whole number from 1 to \d+\.$/)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose a whole number')

  await quantity.fill('150')
  await quantity.blur()
  await expect(status).toHaveText(/^You can choose up to \d+\.$/)
  const most = await quantity.inputValue()
  expect(Number(most)).toBeLessThan(100)
  await expect(status).toHaveText(`You can choose up to ${most}.`)
})

test('an emptied quantity of the cart keeps the saved one', async ({ page }) => {
  await findProduct(page)
  await addToCart(page)
  await page.goto('/cart', { waitUntil: 'networkidle' })
  const quantity = page.getByRole('spinbutton').first()
  await quantity.fill('')
  await quantity.blur()
  await expect(page.getByRole('status').filter({ hasText: 'Enter a whole number' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('spinbutton').first()).toHaveValue('1')
})

test('a quantity that was not saved offline is saved when it is chosen again', async ({
  page,
  complaints,
}) => {
  await findProduct(page)
  await addToCart(page)
  await page.goto('/cart', { waitUntil: 'networkidle' })
  const quantity = page.getByRole('spinbutton').first()
  await page.context().setOffline(true)
  await quantity.fill('2')
  await quantity.blur()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Check your connection')
  await page.context().setOffline(false)
  await quantity.fill('2')
  await quantity.blur()
  await expect(page.getByRole('banner').getByRole('link', { name: /Cart/ })).toHaveAccessibleName(/2 items/)
  complaints.length = 0
})

test('after a lost answer the same form adds once; with another quantity it adds that as well', async ({
  page,
  complaints,
}) => {
  await findProduct(page)
  const inCart = () => page.getByRole('banner').getByRole('link', { name: /Cart/ })
  const add = page.getByRole('button', { name: 'Add to cart' })
  // The server adds, and the browser loses the answer.
  await page.route('**/api/cart/addItem**', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await add.click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('could not reach')
  await page.unroute('**/api/cart/addItem**')
  complaints.length = 0

  await add.click()
  await expect(page.getByText('Added to your cart')).toBeVisible()
  await expect(inCart()).toHaveAccessibleName(/1 item/)
  await page.getByRole('spinbutton', { name: /^Quantity of/ }).fill('2')
  await add.click()
  await expect(inCart()).toHaveAccessibleName(/3 items/)
})

test('a price filter reads amounts as people write them', async ({ page }) => {
  await page.goto('/search?max=0')
  await expect(page.getByText('No products match your filters')).toBeVisible()
  await page.goto('/search', { waitUntil: 'networkidle' })
  await page.getByLabel('From, EUR').fill('12.5')
  await page.getByLabel('To, EUR').fill('19,99')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Price €12.50 to €19.99')
  await expect(page.getByLabel('To, EUR')).toHaveValue('19,99')
})

test('a price filter that is no amount is refused in words', async ({ page }) => {
  await page.goto('/search?min=lots', { waitUntil: 'networkidle' })
  await expect(page.getByRole('main').getByRole('alert')).toContainText('“lots”: Enter an amount')
  await page.getByLabel('From, EUR').fill('30')
  await page.getByLabel('To, EUR').fill('20')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('must not be below the lowest')
  await expect(page.getByLabel('To, EUR')).toHaveAccessibleDescription(/must not be below the lowest/)
})
