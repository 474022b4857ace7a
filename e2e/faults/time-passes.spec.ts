import { connect } from 'node:net'

import { Client } from 'pg'

import { expect, test } from '../fixtures/isolated-mall.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { addToCart, findProduct, openBuyable, startCheckout } from '../pages/shop.ts'

const steps = ['address', 'shipping', 'payment', 'review'] as const

test('an expired checkout shows that at each step, and continues as a new one with the same input', async ({
  page,
  mall,
}) => {
  await startCheckout(page)
  const checkout = page.url().replace(/\/address$/, '')
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)

  await using db = await open(mall.engines.databaseUrls.orders)
  await db.query(`update orders.checkouts set expires_at = now() - interval '1 minute' where id = $1`, [
    checkout.split('/').at(-1),
  ])

  for (const step of steps) {
    await page.goto(`${checkout}/${step}`, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This checkout is closed')
  }
  await page.getByRole('button', { name: 'Continue to checkout' }).click()
  await payBy(page, cards.approved)
  await expect(page.getByRole('main')).toContainText('Gartenstraße 4')
  await placeButton(page).click()
  await orderNumber(page)
})

test('a checkout that has begun survives the expiry of its cart, and links to the empty cart', async ({
  page,
  mall,
}) => {
  await startCheckout(page)
  const forget = () => forgetCarts(new URL(mall.engines.redis.url))
  await forget()
  await fillAddress(page)
  await forget()
  await chooseShipping(page)
  await forget()
  await payBy(page, cards.approved)
  await page.goto('/checkout')
  await expect(page).toHaveURL(/\/cart$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/empty/i)
  await page.goBack()
  await placeButton(page).click()
  await orderNumber(page)
})

test('an item archived while its order is reviewed is named, and the rest is ordered with the details that were entered', async ({
  page,
  mall,
}) => {
  const kept = await findProduct(page)
  await addToCart(page)
  await page.goto('/search?q=lamp')
  const archived = await openBuyable(page)
  await addToCart(page)
  await page.goto('/checkout')
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await using db = await open(mall.engines.databaseUrls.catalog)
  const setStatus = (status: string) =>
    db.query('update catalog.products set status = $2 where title = $1', [archived, status])
  try {
    await setStatus('archived')
    await placeButton(page).click()
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText(`No longer available: ${archived}`)
    await expect(alert).not.toContainText(kept)
    await expect(alert).toContainText('you have not been charged')
    await alert.getByRole('link', { name: 'Go to your cart' }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'No longer available' })
      .getByRole('button', { name: /Remove/ })
      .click()
    await page.getByRole('link', { name: 'Checkout' }).click()
    await expect(page).toHaveURL(/\/review$/)
    await placeButton(page).click()
    await orderNumber(page)
  } finally {
    await setStatus('active')
  }
})

/** Opens a connection, which is closed when disposed. */
async function open(connectionString: string) {
  const db = new Client({ connectionString })
  await db.connect()
  return Object.assign(db, { [Symbol.asyncDispose]: () => db.end() })
}

/** Deletes everything in Redis, as if all entries had expired. */
async function forgetCarts({ port, username, password }: URL): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const socket = connect(Number(port), '127.0.0.1', () =>
    socket.write(`AUTH ${username} ${password}\r\nFLUSHALL\r\n`),
  )
  socket.once('data', () => resolve()).once('error', reject)
  await promise
  socket.destroy()
}
