import { createClient, createRouterTransport } from '@connectrpc/connect'
import { CartService } from '@mallhive/contracts/cart'
import { toMoney } from '@mallhive/contracts/money'
import { CheckoutState, OrdersService } from '@mallhive/contracts/orders'
import { PaymentsService } from '@mallhive/contracts/payments'
import type { BffContext } from '@mallhive/mfe-kit/bff'
import { testBffContext } from '@mallhive/mfe-kit/bff/testing'
import { expect, test } from 'vitest'
import { appRouter } from './router.ts'

const checkoutId = '0198a000-0000-7000-8000-000000000001'
const address = { name: 'Ada', line1: '1 Mill Lane', city: 'Augsburg', postcode: '86152', country: 'DE' }
const method = { id: 'standard', price: toMoney(490, 'EUR'), minDays: 2, maxDays: 4 }
const amount = toMoney(100, 'EUR')
const totals = { items: amount, discount: amount, shipping: amount, tax: amount, total: amount }

/** Calls the router as a guest, over an orders service that stores one checkout; lists the service's calls. */
function openCheckout({ lang }: Pick<BffContext, 'lang'> = { lang: 'en' }) {
  const calls: string[] = []
  const returnUrls: string[] = []
  const row = { id: checkoutId, state: CheckoutState.OPEN, currency: 'EUR', email: '', shippingMethodId: '' }
  const answer = (call: string, change: object = {}) => {
    calls.push(call)
    return { checkout: { ...Object.assign(row, change), totals, shippingMethods: [method] } }
  }
  const services = createRouterTransport(({ service }) => {
    service(CartService, { getCart: () => ({ cart: { lines: [{ sku: 'MUG', quantity: 1 }] } }) })
    service(OrdersService, {
      startCheckout: () => answer('startCheckout'),
      updateCheckout: ({ email, shippingMethodId, paymentMethod }) =>
        answer('updateCheckout', {
          ...(email !== undefined && { email }),
          ...(shippingMethodId !== undefined && { shippingMethodId }),
          ...(paymentMethod !== undefined && { paymentMethod }),
        }),
      placeOrder: ({ returnUrl }) => {
        returnUrls.push(returnUrl)
        return answer('placeOrder', { state: CheckoutState.DONE, orderNumber: 'MH-1' })
      },
    })
    service(PaymentsService, {
      getCardForm: ({ returnUrl }) => {
        returnUrls.push(returnUrl)
        return {}
      },
    })
  })
  const context = testBffContext({
    client: (service) => createClient(service, services),
    actor: { kind: 'guest', id: 'g1', name: '', email: '', memberships: [], platformRoles: [] },
    lang,
  })
  return { calls, returnUrls, checkout: appRouter.createCaller(context) }
}

test('every step returns the checkout after it, so that five calls lead from the cart to the order', async () => {
  const { checkout, calls } = openCheckout()
  const started = await checkout.startCheckout()
  expect(started.checkout).toMatchObject({ id: checkoutId, state: 'open', shippingMethodId: '' })
  expect(await checkout.saveAddress({ checkoutId, email: 'ada@example.test', ...address })).toMatchObject({
    redirectTo: `/checkout/${checkoutId}/shipping`,
    checkout: { email: 'ada@example.test', shippingMethods: [{ id: 'standard', priceMinor: 490 }] },
  })
  expect(await checkout.saveShipping({ checkoutId, shippingMethodId: 'standard' })).toMatchObject({
    redirectTo: `/checkout/${checkoutId}/payment`,
    checkout: { shippingMethodId: 'standard' },
  })
  expect(
    await checkout.savePayment({ checkoutId, paymentMethod: 'pm_1', paymentLabel: 'Visa' }),
  ).toMatchObject({ redirectTo: `/checkout/${checkoutId}/review`, checkout: { hasPayment: true } })
  const placed = await checkout.placeOrder({ checkoutId, totalMinor: 100, currency: 'EUR' })
  expect(placed).toMatchObject({
    redirectTo: `/checkout/${checkoutId}/done`,
    checkout: { state: 'done', orderNumber: 'MH-1' },
  })
  expect(calls).toEqual(['startCheckout', 'updateCheckout', 'updateCheckout', 'updateCheckout', 'placeOrder'])
})

test('the payment provider and the bank send the shopper back to a page of the same language', async () => {
  const { checkout, returnUrls } = openCheckout({ lang: 'de' })
  await checkout.cardForm({ checkoutId })
  await checkout.placeOrder({ checkoutId, totalMinor: 100, currency: 'EUR' })
  expect(returnUrls).toEqual([
    `http://mall.test/de/checkout/${checkoutId}/payment`,
    `http://mall.test/de/checkout/${checkoutId}/return`,
  ])
})
