import { timestampMs } from '@bufbuild/protobuf/wkt'
import { minorOf } from '@mallhive/contracts/money'
import { OrderStatus, type SubOrder } from '@mallhive/contracts/orders'

const days = 30

export interface Figures {
  days: number
  ordersToSend: number
  piecesToSend: number
  recentOrders: number
  /** By currency, never added across them. Null for members who see no amounts. */
  recentSales: { minor: number; currency: string }[] | null
  /** The shop has more orders than were counted, so each figure is a lower bound. */
  atLeast: boolean
}

/**
 * Counts the dashboard figures of a shop from its newest orders.
 * @param complete whether `orders` are all of them
 * @param amounts whether the caller sees amounts of money
 */
export function figuresOf(
  orders: Pick<SubOrder, 'status' | 'lines' | 'itemsTotal' | 'placedAt'>[],
  { complete, amounts, nowMs = Date.now() }: { complete: boolean; amounts: boolean; nowMs?: number },
): Figures {
  const toSend = orders.filter((order) => order.status === OrderStatus.PAID)
  const recent = orders.filter(
    (order) =>
      order.status !== OrderStatus.CANCELLED &&
      order.placedAt !== undefined &&
      timestampMs(order.placedAt) > nowMs - days * 86_400_000,
  )
  const sales = new Map<string, number>()
  for (const { itemsTotal } of recent) {
    if (itemsTotal) {
      sales.set(itemsTotal.currency, (sales.get(itemsTotal.currency) ?? 0) + minorOf(itemsTotal))
    }
  }
  return {
    days,
    ordersToSend: toSend.length,
    piecesToSend: toSend.flatMap((order) => order.lines).reduce((sum, line) => sum + line.quantity, 0),
    recentOrders: recent.length,
    recentSales: amounts ? [...sales].map(([currency, minor]) => ({ minor, currency })) : null,
    atLeast: !complete,
  }
}
