import type { MessageInitShape } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import type { HandlerContext } from '@connectrpc/connect'
import type { ListDeliveriesRequest, ListDeliveriesResponseSchema } from '@mallhive/contracts/notifications'
import { actorOf, requireRole } from '@mallhive/service-kit/auth'
import { DomainError } from '@mallhive/service-kit/errors'
import { and, desc, eq, lt } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { delivery } from '../schema.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What one address was sent, newest first. For staff. */
export const listDeliveries =
  (deps: Pick<Deps, 'db'>) =>
  async (
    request: ListDeliveriesRequest,
    ctx: HandlerContext,
  ): Promise<MessageInitShape<typeof ListDeliveriesResponseSchema>> => {
    requireRole(actorOf(ctx), 'admin')
    const pageSize = Math.min(Math.max(request.pageSize || 20, 1), 100)
    if (request.cursor && !uuid.test(request.cursor)) {
      throw new DomainError('invalid', 'BAD_CURSOR', 'the cursor is not one of ours')
    }
    const rows = await deps.db
      .select()
      .from(delivery)
      .where(
        and(
          eq(delivery.recipient, request.recipient),
          request.cursor ? lt(delivery.id, request.cursor) : undefined,
        ),
      )
      .orderBy(desc(delivery.id))
      .limit(pageSize + 1)
    const page = rows.slice(0, pageSize)
    return {
      deliveries: page.map((row) => ({ ...row, sentAt: timestampFromDate(row.sentAt) })),
      nextCursor: rows.length > pageSize ? page.at(-1)?.id : '',
    }
  }
