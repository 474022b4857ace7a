import type { orderLines, orders } from '../schema.ts'

export type Status = 'placed' | 'paid' | 'shipped' | 'delivered' | 'cancelled'
export type Payment = (typeof orders.$inferSelect)['payment']
export type Counters = Pick<
  typeof orderLines.$inferSelect,
  'quantity' | 'cancelled' | 'shipped' | 'delivered'
>

/**
 * The status of some lines under a payment: of a seller's part, or of the whole order. It is never stored. What is
 * cancelled does not hold the rest back.
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
