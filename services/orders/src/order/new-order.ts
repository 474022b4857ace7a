import { randomUUIDv7 } from 'node:crypto'
import type { Row } from '../machine/advance.ts'
import { price } from '../pricing/price.ts'
import { shippingMethods } from '../pricing/shipping-methods.ts'
import type { WholeOrder } from './load-orders.ts'

type Placed = Pick<
  Row,
  'id' | 'orderNumber' | 'ownerId' | 'email' | 'address' | 'currency' | 'locale' | 'paymentLabel' | 'totals'
> &
  Pick<Row, 'shippingMethodId' | 'lines'>

/** Returns the order of a checkout, with a sub-order per seller, at the agreed amounts. */
export function newOrder(checkout: Placed, placedAt = new Date()): WholeOrder {
  const {
    id: checkoutId,
    orderNumber: number,
    ownerId,
    email,
    address,
    currency,
    locale,
    paymentLabel,
    totals,
  } = checkout
  if (!address || !totals) throw new Error(`checkout ${checkoutId} is placed without an address or totals`)
  const shipping = shippingMethods(address.country, currency, totals.itemsMinor).find(
    ({ id }) => id === checkout.shippingMethodId,
  )
  if (!shipping) throw new Error(`checkout ${checkoutId} is placed without a shipping method`)
  const orderId = randomUUIDv7()
  const { parts } = price(checkout.lines, totals)
  // Sorted, because parts are read by id and must keep the order of the cart.
  const partIds = parts.map(() => randomUUIDv7()).toSorted()
  return {
    order: {
      id: orderId,
      number,
      checkoutId,
      ownerId,
      email,
      address,
      currency,
      locale,
      // The agreed price, not the current one.
      shipping: { ...shipping, priceMinor: totals.shippingMinor },
      paymentLabel,
      totals,
      payment: 'authorised',
      placedAt,
    },
    parts: parts.map(({ lines, ...part }, seller) => ({
      ...part,
      id: partIds[seller] ?? '',
      orderId,
      sellerName: lines[0]?.sellerName ?? '',
      lines: lines.map((line, position) => ({
        ...line,
        locale: line.locale ?? '',
        id: randomUUIDv7(),
        position,
        cancelled: 0,
        shipped: 0,
        delivered: 0,
        returned: 0,
      })),
    })),
    timeline: [{ at: placedAt, kind: 'order_placed', data: {} }],
  }
}
