import { create } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import { AddressSchema } from '@mallhive/contracts/address'
import { toMoney } from '@mallhive/contracts/money'
import {
  type Order,
  OrderLineSchema,
  OrderSchema,
  OrderStatus,
  ShippingMethodSchema,
  type SubOrder,
  SubOrderSchema,
  TimelineEntrySchema,
  TotalsSchema,
} from '@mallhive/contracts/orders'
import type { ShippingOption } from '../pricing/shipping-methods.ts'
import type { Totals } from '../pricing/totals.ts'
import type { Line, PostalAddress } from '../schema.ts'
import type { OrderRow, PartRow, WholeOrder } from './load-orders.ts'

const statuses = {
  placed: OrderStatus.PLACED,
  paid: OrderStatus.PAID,
  shipped: OrderStatus.SHIPPED,
  delivered: OrderStatus.DELIVERED,
  cancelled: OrderStatus.CANCELLED,
}

export const toAddress = (address: PostalAddress) => create(AddressSchema, address)

export const toShipping = ({ priceMinor, ...method }: ShippingOption, currency: string) =>
  create(ShippingMethodSchema, { ...method, price: toMoney(priceMinor, currency) })

export const toLine = ({ unitMinor, ...line }: Line, currency: string) =>
  create(OrderLineSchema, {
    ...line,
    unitPrice: toMoney(unitMinor, currency),
    total: toMoney(unitMinor * line.quantity, currency),
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

export const toSubOrder = (part: PartRow, order: OrderRow): SubOrder =>
  create(SubOrderSchema, {
    id: part.id,
    orderNumber: order.number,
    sellerId: part.sellerId,
    sellerName: part.sellerName,
    status: statuses[part.status],
    lines: part.lines.map((line) => toLine(line, order.currency)),
    itemsTotal: toMoney(part.itemsMinor, order.currency),
    placedAt: timestampFromDate(order.placedAt),
  })

export function toOrder({ order, parts, timeline }: WholeOrder): Order {
  const { number, checkoutId, email, paymentLabel, currency } = order
  return create(OrderSchema, {
    number,
    checkoutId,
    email,
    paymentLabel,
    address: toAddress(order.address),
    shipping: toShipping(order.shipping, currency),
    totals: toTotals(order.totals, currency),
    status: statuses[order.status],
    placedAt: timestampFromDate(order.placedAt),
    subOrders: parts.map((part) => toSubOrder(part, order)),
    timeline: timeline.map(({ at, status, note }) =>
      create(TimelineEntrySchema, { at: timestampFromDate(at), status: statuses[status], note }),
    ),
  })
}
