import { uuidv7 } from '@mallhive/service-kit/ids'
import type { Tx } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { shippingMethods } from '../pricing/shipping-methods.ts'
import { type Line, orders, subOrders, timeline } from '../schema.ts'

/** Writes the order of a checkout, with a part for every seller. The unique checkout id makes a second one impossible. */
export async function insertOrder(tx: Tx, checkout: Row): Promise<void> {
  const { address, totals } = checkout
  if (!address || !totals) throw new Error(`checkout ${checkout.id} is placed without an address or totals`)
  const shipping = shippingMethods(address.country, checkout.currency, totals.itemsMinor).find(
    ({ id }) => id === checkout.shippingMethodId,
  )
  if (!shipping) throw new Error(`checkout ${checkout.id} is placed without a shipping method`)
  const orderId = uuidv7()
  await tx.insert(orders).values({
    id: orderId,
    number: checkout.orderNumber,
    checkoutId: checkout.id,
    ownerId: checkout.ownerId,
    email: checkout.email,
    address,
    currency: checkout.currency,
    // The price that was agreed to, whatever the table says by now.
    shipping: { ...shipping, priceMinor: totals.shippingMinor },
    paymentLabel: checkout.paymentLabel,
    totals,
    status: 'placed',
  })
  await tx
    .insert(subOrders)
    .values(partsOf(checkout.lines).map((part) => ({ ...part, orderId, status: 'placed' as const })))
  await tx.insert(timeline).values({ id: uuidv7(), orderId, status: 'placed', note: 'Order placed' })
}

const partsOf = (lines: Line[]) =>
  [...Map.groupBy(lines, ({ sellerId }) => sellerId)].map(([sellerId, own]) => ({
    id: uuidv7(),
    sellerId,
    sellerName: own[0]?.sellerName ?? '',
    lines: own,
    itemsMinor: own.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0),
  }))
