import { expect, type Page } from '@playwright/test'

/** Navigates by links from the front page through a category to a product that is in stock. */
export async function findProduct(page: Page): Promise<string> {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/c\//)
  return openBuyable(page)
}

/** Opens the first product of a list that is in good supply, since tests buy at the same time; returns its name. */
export async function openBuyable(page: Page): Promise<string> {
  const products = page.getByRole('article').filter({ hasNotText: /Sold out|Only a few left/ })
  await expect(products.first()).toBeVisible()
  const last = (await products.count()) - 1
  for (let n = 0; ; n++) {
    const product = products.nth(n).getByRole('link').first()
    const title = await product.innerText()
    await product.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    const supply = page.getByRole('region', { name: 'Buy' }).getByText(/Only \d+ left|sold out/i)
    const isLow = (await supply.count()) > 0
    if (!isLow || n === last) return title
    await page.goBack()
    await expect(products.nth(n + 1)).toBeVisible()
  }
}

export async function addToCart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText('Added to your cart')).toBeVisible()
}

/** Adds a product and goes to the first step of the checkout. */
export async function startCheckout(page: Page): Promise<string> {
  const title = await findProduct(page)
  await addToCart(page)
  await page.goto('/checkout')
  await expect(page).toHaveURL(/\/checkout\/[0-9a-f-]+\/address$/)
  return title
}
