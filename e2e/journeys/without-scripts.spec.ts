import { expect, test } from '../fixtures/test.ts'
import {
  ada,
  cards,
  chooseShipping,
  fillAddress,
  orderNumber,
  payBy,
  placeButton,
} from '../pages/checkout.ts'
import { findProduct } from '../pages/shop.ts'

test.use({ javaScriptEnabled: false })

test('the whole way from the front page to a placed order works with JavaScript off', async ({ page }) => {
  const title = await findProduct(page)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page).toHaveURL(/\/cart$/)
  await expect(page.getByRole('main')).toContainText(title)
  await page.getByRole('link', { name: 'Checkout' }).click()
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.challenged)
  await placeButton(page).click()
  await page.getByRole('button', { name: 'Approve' }).click()
  await orderNumber(page)
})

test('an empty cart names refused cookies as a reason', async ({ page }) => {
  await page.goto('/cart')
  // Scripts that Playwright turns off leave the browser's own setting on: it shows no content of this element.
  expect(await page.locator('main noscript').textContent()).toContain('your browser refuses cookies')
})

test('a refused form comes back with its errors and its input', async ({ page }) => {
  await findProduct(page)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('link', { name: 'Checkout' }).click()
  for (const [label, value] of Object.entries({ ...ada, 'E-mail': 'not-an-address' })) {
    await page.getByLabel(label, { exact: true }).fill(value)
  }
  await page.getByLabel('Country').selectOption('DE')
  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Street and number')).toHaveValue(ada['Street and number'])
})

test('a product without options is added to the cart from its card', async ({ page }) => {
  const title = 'Milk chocolate with sea salt'
  await page.goto(`/search?q=${title}`)
  await page.getByRole('article').filter({ hasText: title }).first().hover()
  await page.getByRole('button', { name: `Add ${title} to cart` }).click()
  await expect(page).toHaveURL(/\/cart$/)
  await expect(page.getByRole('main')).toContainText(title)
})

test('a link shows all values of a facet', async ({ page }) => {
  await page.goto('/c/kitchen')
  const colours = page
    .getByRole('complementary', { name: 'Filters' })
    .getByRole('group')
    .filter({ hasText: /^Colour/ })
  const values = colours.getByRole('listitem')
  const shown = await values.count()
  const more = colours.getByRole('link', { name: /^\d+ more$/ })
  const rest = Number.parseInt(await more.innerText(), 10)
  await more.click()
  await expect(page).toHaveURL('/c/kitchen?whole=colour#filters')
  await expect(values).toHaveCount(shown + rest)
  await values.last().getByRole('link').click()
  await expect(page).toHaveURL(/\/c\/kitchen\?colour=[a-z-]+$/)
})
