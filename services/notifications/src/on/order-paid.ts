import { randomUUIDv7 } from 'node:crypto'
import { toJson } from '@bufbuild/protobuf'
import { readEmail } from '@mallhive/contracts/contact'
import { type OrderPaid, OrderSchema } from '@mallhive/contracts/orders'
import type { EventContext } from '@mallhive/service-kit/subscribe'
import { sql } from 'drizzle-orm'
import { orderConfirmationTemplate } from '../deliveries/templates.ts'
import { delivery } from '../schema.ts'

/** Inserts the delivery of an order's confirmation, once per event. `startDelivering` sends it. */
export async function orderPaid({ order }: OrderPaid, { tx, envelope }: EventContext): Promise<void> {
  if (!order?.email) throw new Error(`${envelope.id} has no order with an e-mail address`)
  const isGood = readEmail(order.email) !== undefined
  await tx
    .insert(delivery)
    .values({
      id: randomUUIDv7(),
      eventId: envelope.id,
      channel: 'email',
      template: orderConfirmationTemplate,
      recipient: order.email,
      facts: toJson(OrderSchema, order),
      ...(isGood ? { state: 'wanted', dueAt: sql`now()` } : { state: 'dead', failure: 'BAD_RECIPIENT' }),
    })
    .onConflictDoNothing()
}
