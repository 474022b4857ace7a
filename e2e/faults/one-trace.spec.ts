import { expect, test } from '../fixtures/isolated-mall.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { startCheckout } from '../pages/shop.ts'

test('an order is one trace: browser, shell, BFF, services, their stores and the consumers of its events', async ({
  page,
  collector,
}) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  const traceparent = await page.locator('meta[name=traceparent]').getAttribute('content')
  const [, traceId = '', documentSpan] = traceparent?.split('-') ?? []
  await placeButton(page).click()
  await orderNumber(page)

  const seen = () => collector.spansOf(traceId).map(({ service, name }) => `${service}: ${name}`)
  for (const span of [
    /^shell: GET$/,
    /^shell: load checkout\/review-page$/,
    /^shell: load cart\/mini-cart$/,
    /^bff: POST \/api\//,
    /^orders: mallhive.orders.v1.OrdersService\/PlaceOrder$/,
    /^orders: (INSERT|UPDATE|WITH)/,
    /^payments: mallhive.payments.v1.PaymentsService\/Capture$/,
    /^cart: mallhive.inventory.v1.InventoryService\/Reserve$/,
    /^cart: [A-Z]+$/,
    /^notifications: process mallhive.orders.v1.OrderPaid$/,
  ])
    await expect.poll(seen, { message: String(span) }).toContainEqual(expect.stringMatching(span))
  const spans = collector.spansOf(traceId)
  const document = spans.find(({ spanId }) => spanId === documentSpan)
  expect(document).toMatchObject({ service: 'shell', name: 'GET' })
  expect(document?.parentSpanId ?? '', 'the trace begins with the document').toBe('')
  const placing = spans.find(
    ({ name, parentSpanId }) => name.startsWith('POST /api') && parentSpanId === documentSpan,
  )
  expect(placing, 'what the browser calls hangs below its document').toBeDefined()
})
