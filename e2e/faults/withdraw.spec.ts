import { forgive } from '../fixtures/test.ts'
import { expect, test } from '../fixtures/isolated-mall.ts'
import { findProduct } from '../pages/shop.ts'

test('a release that is withdrawn while it is live leaves open pages and every host, and the one before it serves', async ({
  page,
  mall,
  team,
  complaints,
}) => {
  const before = await team.live('cart')
  const next = await team.publishNext('cart')
  await team.promote(next)
  const shown = async () => (await page.request.get('/cart')).text()
  await expect.poll(shown).toContain(`data-version="${next.version}"`)
  await findProduct(page)
  const button = page.locator('mall-remote[data-remote="cart/add-to-cart"]')
  await expect(button).toHaveAttribute('data-version', next.version)
  await expect(button).toHaveAttribute('data-awake')

  await team.withdraw(next)
  const called = async (headers = {}) => {
    const named = { 'x-mall-release': `cart@${next.version}`, ...headers }
    return (await page.request.get('/api/cart/miniCart', { headers: named })).status()
  }
  // Shell and BFF host poll apart: a document that reloads between their polls would get the withdrawn version again.
  await expect.poll(() => called()).toBe(410)
  await expect.poll(shown).toContain(`data-version="${before}"`)
  await button.getByRole('button', { name: 'Add to cart' }).click()
  await expect(button).toHaveAttribute('data-version', before)
  forgive(complaints, 410)

  const pinned = async () => {
    await page.goto(`${mall.previewUrl}/cart?mall-pin=cart@${next.version}`)
    return page.getByRole('region', { name: 'Pinned releases' }).textContent()
  }
  // The preview host polls apart as well.
  await expect.poll(pinned).toContain(`cart ${next.version} is not shown: it was withdrawn`)
  await expect(team.promote(next)).rejects.toThrow('was withdrawn')
  expect(await team.live('cart')).toBe(before)
})
