import { expect, test } from '../fixtures/test.ts'
import { ada, cards, orderNumber, placeButton } from '../pages/checkout.ts'
import { keysOf } from '../pages/keys.ts'

for (const [device, viewport] of Object.entries({
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
})) {
  test.describe(`on a ${device}`, () => {
    test.use({ viewport })

    test('a guest with nothing but a keyboard finds, chooses, buys and pays by 3-D Secure', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const { follow, press, reach, type } = keysOf(page)
      const main = page.getByRole('main')
      const button = (name: string | RegExp) => page.getByRole('button', { name })

      await page.goto('/', { waitUntil: 'networkidle' })
      await follow(page.getByRole('link', { name: 'Skip to content' }), 'the skip link')
      await follow(main.locator('a[href^="/c/"]').first(), 'a category')
      await expect(page).toHaveURL(/\/c\//)

      const filters = page.getByRole('complementary', { name: 'Filters' })
      const count = page.getByRole('region', { name: 'Products' }).locator('output')
      const all = await count.innerText()
      if (device === 'phone') await follow(page.getByRole('link', { name: /^Filter/ }), 'the filters')
      await follow(filters.getByRole('link').and(page.locator(':not([href^="#"])')).first(), 'a facet')
      if (device === 'phone') {
        // On a phone filters are applied together by the link "Show".
        const show = filters.getByRole('link', { name: /^Show / })
        await expect(show).not.toHaveText(`Show ${all}`)
        await follow(show, 'the narrowed list')
      }
      await expect(count).not.toHaveText(all)
      const product = page
        .getByRole('article')
        .filter({ hasNotText: 'Sold out' })
        .first()
        .getByRole('link')
        .first()
      const title = await product.innerText()
      await follow(product, 'a product')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)

      const options = main.getByRole('group').getByRole('link')
      const another = options.and(page.locator(':not([aria-current]):not([aria-label*="sold out"])')).first()
      if ((await another.count()) > 0) {
        await follow(another, 'another variant')
        await expect(page).toHaveURL(/\?/)
      }
      await reach(button('Add to cart'), 'the way into the cart')
      await press('Space')
      await expect(page.getByText('Added to your cart')).toBeVisible()
      await follow(main.getByRole('link', { name: 'View cart' }), 'the cart')
      await expect(page).toHaveURL(/\/cart$/)

      const quantity = main.getByRole('spinbutton').first()
      await reach(quantity, 'the quantity')
      await press('ArrowUp')
      await press('Tab')
      await expect(page.getByRole('banner').getByRole('link', { name: /Cart.*2/ })).toBeVisible()
      await expect(quantity).toHaveValue('2')
      await follow(page.getByRole('link', { name: 'Checkout' }), 'the checkout')
      await expect(page).toHaveURL(/\/address$/)

      for (const [label, value] of Object.entries(ada))
        await type(page.getByLabel(label, { exact: true }), value)
      await type(page.getByLabel('Country'), 'Germ')
      await follow(button('Continue to shipping'), 'the next step')
      await expect(page).toHaveURL(/\/shipping$/)

      await reach(page.getByRole('radio').first(), 'the ways to travel')
      await press('Space')
      await press('ArrowDown')
      await expect(page.getByRole('radio').nth(1)).toBeChecked()
      await follow(button(/Continue to/), 'the next step')
      await expect(page).toHaveURL(/\/payment/)

      await type(page.getByLabel('Card number'), cards.challenged)
      await type(page.getByLabel('Expiry'), '12/39')
      await type(page.getByLabel('Security code'), '123')
      await type(page.getByLabel('Name on the card'), ada['Full name'])
      await follow(button('Continue to review'), 'the next step')
      await expect(page).toHaveURL(/\/review/)
      await follow(placeButton(page), 'the order')
      await follow(button('Approve'), 'the bank’s question')
      await orderNumber(page)
      await follow(main.getByRole('link', { name: 'View your order' }), 'the order')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Order MH-')
    })
  })
}
