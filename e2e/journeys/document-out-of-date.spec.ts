import { test } from '../fixtures/test.ts'
import { addToCart, findProduct } from '../pages/shop.ts'

test('a document whose release is gone loads itself anew, and what it was used for works then', async ({
  page,
  complaints,
}) => {
  await findProduct(page)
  const body = JSON.stringify({
    error: { message: 'gone', data: { reason: 'RELEASE_GONE', httpStatus: 410 } },
  })
  await page.route('**/api/cart/addItem*', (route) =>
    route.fulfill({ status: 410, contentType: 'application/json', body }),
  )
  const anew = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await anew

  await page.unroute('**/api/cart/addItem*')
  complaints.length = 0
  await addToCart(page)
})
