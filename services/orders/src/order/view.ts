import { create } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import { AddressSchema } from '@mallhive/contracts/address'
import type { AddressFields } from '@mallhive/contracts/contact'
import { toMoney } from '@mallhive/contracts/money'
import {
  type Order,
  OrderLineSchema,
  OrderSchema,
  OrderStatus,
  PaymentState,
  ShippingMethodSchema,
  type SubOrder,
  SubOrderSchema,
  TotalsSchema,
} from '@mallhive/contracts/orders'
import type { ShippingOption } from '../pricing/shipping-methods.ts'
import type { Totals } from '../pricing/totals.ts'
import type { Line } from '../schema.ts'
import type { LineRow, OrderRow, PartRow, WholeOrder } from './load-orders.ts'
import { statusOf } from './status.ts'
import { toTimelineEntry } from './timeline.ts'

const statuses = {
  placed: OrderStatus.PLACED,
  paid: OrderStatus.PAID,
  shipped: OrderStatus.SHIPPED,
  delivered: OrderStatus.DELIVERED,
  cancelled: OrderStatus.CANCELLED,
}

const payments = {
  authorised: PaymentState.AUTHORISED,
  captured: PaymentState.CAPTURED,
  refused: PaymentState.REFUSED,
}

export const toAddress = (address: AddressFields) => create(AddressSchema, address)

export const toShipping = ({ priceMinor, ...method }: ShippingOption, currency: string) =>
  create(ShippingMethodSchema, { ...method, price: toMoney(priceMinor, currency) })

/** Converts a line of a checkout, before it is part of an order. */
export const toLine = ({ unitMinor, ...line }: Line, currency: string) =>
  create(OrderLineSchema, {
    ...line,
    unitPrice: toMoney(unitMinor, currency),
    total: toMoney(unitMinor * line.quantity, currency),
  })

const toOrderLine = (
  { unitMinor, listMinor, sellerDiscountMinor, mallDiscountMinor, netMinor, taxMinor, ...line }: LineRow,
  { sellerId, sellerName }: PartRow,
  currency: string,
) =>
  create(OrderLineSchema, {
    ...line,
    sellerId,
    sellerName,
    unitPrice: toMoney(unitMinor, currency),
    total: toMoney(listMinor, currency),
    sellerDiscount: toMoney(sellerDiscountMinor, currency),
    mallDiscount: toMoney(mallDiscountMinor, currency),
    net: toMoney(netMinor, currency),
    tax: toMoney(taxMinor, currency),
  })

export const toTotals = (totals: Totals, currency: string) =>
  create(TotalsSchema, {
    items: toMoney(totals.itemsMinor, currency),
    discount: toMoney(totals.discountMinor, currency),
    shipping: toMoney(totals.shippingMinor, currency),
    tax: toMoney(totals.taxMinor, currency),
    taxIncluded: totals.taxIncluded,
    taxRateBps: totals.taxRateBps,
    total: toMoney(totals.totalMinor, currency),
  })

export const toSubOrder = (
  part: PartRow,
  { number, currency, payment, placedAt, shipping }: OrderRow,
): SubOrder =>
  create(SubOrderSchema, {
    id: part.id,
    orderNumber: number,
    sellerId: part.sellerId,
    sellerName: part.sellerName,
    status: statuses[statusOf(payment, part.lines)],
    lines: part.lines.map((line) => toOrderLine(line, part, currency)),
    itemsTotal: toMoney(part.itemsMinor, currency),
    shipping: toMoney(part.shippingMinor, currency),
    tax: toMoney(part.taxMinor, currency),
    total: toMoney(part.totalMinor, currency),
    shippingMethodId: shipping.id,
    placedAt: timestampFromDate(placedAt),
  })

/** Returns a sub-order without amounts of money. */
export const withoutAmounts = (part: SubOrder): SubOrder => ({
  ...part,
  itemsTotal: undefined,
  shipping: undefined,
  tax: undefined,
  total: undefined,
  lines: part.lines.map((line) => ({
    ...line,
    unitPrice: undefined,
    total: undefined,
    sellerDiscount: undefined,
    mallDiscount: undefined,
    net: undefined,
    tax: undefined,
  })),
})

export function toOrder({ order, parts, timeline }: WholeOrder): Order {
  const { number, checkoutId, email, paymentLabel, currency, locale, payment } = order
  const lines = parts.flatMap((part) => part.lines)
  return create(OrderSchema, {
    number,
    checkoutId,
    email,
    paymentLabel,
    locale,
    address: toAddress(order.address),
    shipping: toShipping(order.shipping, currency),
    totals: toTotals(order.totals, currency),
    status: statuses[statusOf(payment, lines)],
    payment: payments[payment],
    placedAt: timestampFromDate(order.placedAt),
    subOrders: parts.map((part) => toSubOrder(part, order)),
    timeline: timeline.map(toTimelineEntry),
  })
}
