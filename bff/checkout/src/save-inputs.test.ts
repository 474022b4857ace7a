import { Code, ConnectError, createClient, createRouterTransport, type Transport } from '@connectrpc/connect'
import { toMoney } from '@mallhive/contracts/money'
import { CheckoutState, OrdersService } from '@mallhive/contracts/orders'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { testBffContext } from '@mallhive/mfe-kit/bff/testing'
import { expect, test } from 'vitest'
import { appRouter } from './router.ts'

const closed = '0198a000-0000-7000-8000-000000000001'
const later = '0198a000-0000-7000-8000-000000000002'
const amount = toMoney(100, 'EUR')
const totals = { items: amount, discount: amount, shipping: amount, tax: amount, total: amount }
const contact = { email: 'ada@example.test', name: 'Ada', line1: '1 Mill Lane', city: 'Augsburg' }

/** Returns a transport that throws a service's errors as refusals, as the host does. */
const refusing = (services: Transport): Transport => ({
  stream: (...call) => services.stream(...call),
  unary: (...call) =>
    services.unary(...call).catch((error: unknown) => {
      const [reason = '', skus] = ConnectError.from(error).rawMessage.split(' ')
      throw new Refusal('conflict', reason, 'for developers', skus === undefined ? {} : { skus })
    }),
})

/** Calls the router as a guest with a closed checkout whose cart has a later one in the given state. */
function withLater(state: CheckoutState) {
  const saved: string[] = []
  const services = createRouterTransport(({ service }) => {
    service(OrdersService, {
      updateCheckout: ({ checkoutId, email }) => {
        if (checkoutId === closed) throw new ConnectError('NOT_OPEN', Code.Aborted)
        saved.push(`${checkoutId} ${email}`)
        return { checkout: { id: checkoutId, state: CheckoutState.OPEN, totals } }
      },
      retryCheckout: () => ({ checkout: { id: later, state, totals } }),
      placeOrder: () => {
        throw new ConnectError('UNAVAILABLE MUG-1', Code.Aborted)
      },
    })
  })
  const context = testBffContext({
    client: (service) => createClient(service, refusing(services)),
    actor: { kind: 'guest', id: 'g1', name: '', email: '', memberships: [], platformRoles: [] },
  })
  return { saved, checkout: appRouter.createCaller(context) }
}

test('an address typed into a checkout that another tab has replaced is saved in the later one', async () => {
  const { checkout, saved } = withLater(CheckoutState.OPEN)
  const answer = await checkout.saveAddress({
    checkoutId: closed,
    ...contact,
    postcode: '86152',
    country: 'DE',
  })
  expect(answer).toMatchObject({ redirectTo: `/checkout/${later}/shipping?replaced=1` })
  expect(saved).toEqual([`${later} ada@example.test`])
})

test.each(['saveShipping', 'savePayment'] as const)('%s continues in the later checkout', async (step) => {
  const { checkout } = withLater(CheckoutState.OPEN)
  const inputs = { shippingMethodId: 'standard', paymentMethod: 'pm_1', paymentLabel: 'Visa' }
  const { redirectTo } = await checkout[step]({ checkoutId: closed, ...inputs })
  expect(redirectTo).toMatch(new RegExp(`^/checkout/${later}/\\w+\\?replaced=1$`))
})

test.each([CheckoutState.DONE, CheckoutState.PLACING, CheckoutState.CHALLENGED])(
  'nothing is saved in a later checkout in state %s; the outcome is shown',
  async (state) => {
    const { checkout, saved } = withLater(state)
    const { redirectTo } = await checkout.saveShipping({ checkoutId: closed, shippingMethodId: 'standard' })
    expect(redirectTo).toBe(`/checkout/${closed}/done`)
    expect(saved).toEqual([])
  },
)

test('a placement of items that are no longer sold leads to the review, which names them', async () => {
  const { checkout } = withLater(CheckoutState.OPEN)
  const placed = await checkout.placeOrder({ checkoutId: closed, totalMinor: 100, currency: 'EUR' })
  expect(placed).toEqual({ redirectTo: `/checkout/${closed}/review?unavailable=MUG-1` })
})
