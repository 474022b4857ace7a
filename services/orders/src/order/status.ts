import type { orderLines, orders } from '../schema.ts'

export type Status = 'placed' | 'paid' | 'shipped' | 'delivered' | 'cancelled'
export type Payment = (typeof orders.$inferSelect)['payment']
export type Counters = Pick<
  typeof orderLines.$inferSelect,
  'quantity' | 'cancelled' | 'shipped' | 'delivered'
>

/**
 * Derives the status of a sub-order or of a whole order from the payment and the lines' counters. Never stored. Cancelled units
 * are ignored.
 */
export function statusOf(payment: Payment, lines: Counters[]): Status {
  const open = lines.filter(({ quantity, cancelled }) => cancelled < quantity)
  if (open.length === 0) return 'cancelled'
  const all = (counter: 'shipped' | 'delivered') =>
    open.every((line) => line[counter] === line.quantity - line.cancelled)
  if (all('delivered')) return 'delivered'
  if (all('shipped')) return 'shipped'
  return payment === 'captured' ? 'paid' : 'placed'
}
