import { randomUUIDv7 } from 'node:crypto'
import { toJson } from '@bufbuild/protobuf'
import type { Envelope } from '@mallhive/contracts/events'
import { readEmail } from '@mallhive/contracts/contact'
import { type OrderPaid, OrderSchema } from '@mallhive/contracts/orders'
import { prepared } from '@mallhive/service-kit/prepared'
import { sql } from 'drizzle-orm'
import { orderConfirmationTemplate } from '../deliveries/templates.ts'
import type { Deps } from '../deps.ts'
import { delivery } from '../schema.ts'

/**
 * Inserts the delivery of an order's confirmation, once per event: a repeated one finds it (`delivery_once`). `startDelivering`
 * sends it.
 */
export const orderPaid =
  ({ db }: Pick<Deps, 'db'>) =>
  async ({ order }: OrderPaid, { envelope }: { envelope: Envelope }): Promise<void> => {
    if (!order?.email) throw new Error(`${envelope.id} has no order with an e-mail address`)
    const isGood = readEmail(order.email) !== undefined
    await insert(db).execute({
      id: randomUUIDv7(),
      eventId: envelope.id,
      recipient: order.email,
      facts: toJson(OrderSchema, order),
      state: isGood ? 'wanted' : 'dead',
      failure: isGood ? null : 'BAD_RECIPIENT',
    })
  }

const insert = prepared((db: Deps['db']) => {
  const state = sql.placeholder('state')
  return db
    .insert(delivery)
    .values({
      id: sql.placeholder('id'),
      eventId: sql.placeholder('eventId'),
      channel: 'email',
      template: orderConfirmationTemplate,
      recipient: sql.placeholder('recipient'),
      facts: sql.placeholder('facts'),
      state,
      dueAt: sql`case ${state}::text when 'wanted' then now() end`,
      failure: sql.placeholder('failure'),
    })
    .onConflictDoNothing()
})
