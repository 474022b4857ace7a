import { timestampNow } from '@bufbuild/protobuf/wkt'
import { NotificationSentSchema } from '@mallhive/contracts/notifications'
import type { OrderPlaced } from '@mallhive/contracts/orders'
import { randomUUIDv7 } from 'node:crypto'
import { eventInsert } from '@mallhive/service-kit/outbox'
import type { EventContext } from '@mallhive/service-kit/subscribe'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { orderConfirmation, template } from '../mail/order-confirmation.ts'
import { delivery, outbox } from '../schema.ts'

/**
 * Confirms an order by e-mail, once. The row stands before the mail goes out and is only kept if it went; a crash in
 * between repeats the mail with the same Message-ID.
 */
export const orderPlaced =
  (deps: Pick<Deps, 'config' | 'mailer'>) =>
  async ({ order }: OrderPlaced, { tx, envelope, log }: EventContext): Promise<void> => {
    if (!order?.email) throw new Error(`${envelope.id} has no order with an e-mail address`)
    const row = {
      id: randomUUIDv7(),
      eventId: envelope.id,
      channel: 'email',
      template,
      recipient: order.email,
    }
    const sent = { delivery: { ...row, sentAt: timestampNow() } }
    const { rowCount } = await tx.execute(sql`
      with fresh as (
        insert into ${delivery} (id, event_id, channel, template, recipient)
        values (${row.id}, ${row.eventId}, ${row.channel}, ${template}, ${row.recipient})
        on conflict do nothing returning id)
      ${eventInsert(outbox, NotificationSentSchema, sent, row.id, sql`from fresh`)}`)
    if (rowCount === 0) return
    const mail = orderConfirmation(order, deps.config.PUBLIC_ORIGIN)
    await deps.mailer.send({ eventId: envelope.id, to: order.email, ...mail })
    log.info({ order: order.number }, 'order confirmation sent')
  }
