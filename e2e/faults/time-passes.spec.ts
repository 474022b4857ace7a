import { connect } from 'node:net'

import { Client } from 'pg'

import { expect, test } from '../fixtures/isolated-mall.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { startCheckout } from '../pages/shop.ts'

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

  const db = new Client({ connectionString: mall.engines.databaseUrls.orders })
  await db.connect()
  await db.query(`update orders.checkouts set expires_at = now() - interval '1 minute' where id = $1`, [
    checkout.split('/').at(-1),
  ])
  await db.end()

  for (const step of steps) {
    await page.goto(`${checkout}/${step}`, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This checkout has expired')
  }
  await page.getByRole('button', { name: 'Start a new checkout' }).click()
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
