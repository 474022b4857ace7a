import type { MessageInitShape } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import {
  type DeliverySchema,
  DeliveryState as WireState,
  type ListDeliveriesRequest,
  type ListDeliveriesResponseSchema,
} from '@mallhive/contracts/notifications'
import { and, desc, eq, lt } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { delivery, type DeliveryState, deliveryStates } from '../schema.ts'
import { domainError } from '../reasons.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const states: Record<DeliveryState, WireState> = {
  wanted: WireState.WANTED,
  sending: WireState.SENDING,
  failed: WireState.FAILED,
  sent: WireState.SENT,
  dead: WireState.DEAD,
}

/** Lists the deliveries to one recipient or in one state, newest first. For staff. */
export const listDeliveries =
  (deps: Pick<Deps, 'db'>) =>
  async (request: ListDeliveriesRequest): Promise<MessageInitShape<typeof ListDeliveriesResponseSchema>> => {
    const pageSize = Math.min(Math.max(request.pageSize || 20, 1), 100)
    if (request.cursor && !uuid.test(request.cursor)) {
      throw domainError('BAD_CURSOR', 'the cursor does not belong to this list')
    }
    const state = deliveryStates.find((known) => states[known] === request.state)
    if (!request.recipient && !state) {
      throw domainError('NO_FILTER', 'name a recipient or a state')
    }
    const rows = await deps.db
      .select()
      .from(delivery)
      .where(
        and(
          request.recipient ? eq(delivery.recipient, request.recipient) : undefined,
          state ? eq(delivery.state, state) : undefined,
          request.cursor ? lt(delivery.id, request.cursor) : undefined,
        ),
      )
      .orderBy(desc(delivery.id))
      .limit(pageSize + 1)
    const page = rows.slice(0, pageSize)
    return {
      deliveries: page.map(toDelivery),
      nextCursor: rows.length > pageSize ? page.at(-1)?.id : '',
    }
  }

const toDelivery = (row: typeof delivery.$inferSelect): MessageInitShape<typeof DeliverySchema> => ({
  id: row.id,
  eventId: row.eventId,
  channel: row.channel,
  template: row.template,
  recipient: row.recipient,
  state: states[row.state],
  attempts: row.attempt,
  failure: row.failure ?? '',
  sentAt: row.sentAt ? timestampFromDate(row.sentAt) : undefined,
  dueAt: row.dueAt ? timestampFromDate(row.dueAt) : undefined,
})
