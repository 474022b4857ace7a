import { create, fromJson } from '@bufbuild/protobuf'
import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { OrderSchema, OrderStatus, PaymentState, TimelineKind } from '@mallhive/contracts/orders'
import { expect, test } from 'vitest'
import { toOrderView } from './order-view.ts'

const at = timestampFromMs(1_795_720_000_000)

test('an order whose capture was refused is unpaid regardless of its timeline', () => {
  const placed = { at, kind: TimelineKind.ORDER_PLACED, status: OrderStatus.PLACED }
  const refused = { at, kind: TimelineKind.PAYMENT_REFUSED, status: OrderStatus.PLACED }
  const order = { status: OrderStatus.PLACED, subOrders: [{ status: OrderStatus.PLACED }] }
  const view = (payment: PaymentState, timeline: object[]) =>
    toOrderView(create(OrderSchema, { ...order, payment, timeline }), { locale: 'en-IE', lang: 'en' })

  const unpaid = view(PaymentState.REFUSED, [placed, refused])
  expect([unpaid.status, unpaid.subOrders[0]?.status]).toEqual(['unpaid', 'unpaid'])
  expect(unpaid.timeline.map(({ status }) => status)).toEqual(['placed', 'unpaid'])
  expect(view(PaymentState.AUTHORISED, [placed, placed]).status).toBe('placed')
})

test('a timeline entry of an unknown kind is left out', () => {
  const view = toOrderView(fromJson(OrderSchema, { timeline: [{ at: '2026-11-26T19:00:00Z', kind: 99 }] }), {
    locale: 'en-IE',
    lang: 'en',
  })
  expect(view.timeline).toEqual([])
})
