import { expect, type Page } from '@playwright/test'

import { either, say } from '../fixtures/say.ts'

/** Navigates by links from the front page through a category to a product that is in stock. */
export async function findProduct(page: Page): Promise<string> {
  await page.goto('/')
  const categories = page.getByRole('navigation', { name: say(page, 'mfe-catalog', 'Categories') })
  await categories.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/c\//)
  return openBuyable(page)
}

/** Opens the first product of a list that is in good supply, since tests buy at the same time; returns its name. */
export async function openBuyable(page: Page): Promise<string> {
  const text = (english: string) => say(page, 'mfe-catalog', english)
  const products = page
    .getByRole('article')
    .filter({ hasNotText: either(text('Sold out'), text('Only a few left')) })
  await expect(products.first()).toBeVisible()
  const last = (await products.count()) - 1
  for (let n = 0; ; n++) {
    const product = products.nth(n).getByRole('link').first()
    const title = await product.innerText()
    await product.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    const low = either(text('Only {count, number} left'), text('Sold out'))
    const supply = page.getByRole('region', { name: text('Buy') }).getByText(low)
    const isLow = (await supply.count()) > 0
    if (!isLow || n === last) return title
    await page.goBack()
    await expect(products.nth(n + 1)).toBeVisible()
  }
}

export async function addToCart(page: Page): Promise<void> {
  const name = say(page, 'mfe-cart', 'Add to cart')
  // In German the names of quick adds end with it.
  await page.getByRole('button', { name, exact: true }).click()
  await expect(
    page.getByText(say(page, 'mfe-cart', 'Added to your cart. <link>View cart</link>')),
  ).toBeVisible()
}

/** Adds a product and goes to the first step of the checkout. */
export async function startCheckout(page: Page): Promise<string> {
  const title = await findProduct(page)
  await addToCart(page)
  await page.goto('/checkout')
  await expect(page).toHaveURL(/\/checkout\/[0-9a-f-]+\/address$/)
  return title
}
