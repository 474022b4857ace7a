import type { ServiceImpl } from '@connectrpc/connect'
import type { OrdersService } from '@mallhive/contracts/orders'
import { actorOf } from '@mallhive/service-kit/auth'
import { and, desc, eq, lt } from 'drizzle-orm'
import { isId } from '../checkout/own-checkout.ts'
import type { Deps } from '../deps.ts'
import { wholeOrder } from '../order/load-orders.ts'
import { toOrder } from '../order/view.ts'
import { orders } from '../schema.ts'

/** Lists orders, newest first. Ids are UUIDv7, so the last one of a page is the cursor. */
export function listOrders({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof OrdersService>['listOrders'] {
  return async ({ pageSize, cursor }, context) => {
    const size = Math.min(Math.max(pageSize || 20, 1), 100)
    const mine = eq(orders.ownerId, actorOf(context).id)
    const rows = await db
      .select(wholeOrder)
      .from(orders)
      .where(isId(cursor) ? and(mine, lt(orders.id, cursor)) : mine)
      .orderBy(desc(orders.id))
      .limit(size + 1)
    const page = rows.slice(0, size)
    return {
      orders: page.map(toOrder),
      nextCursor: rows.length > size ? (page.at(-1)?.order.id ?? '') : '',
    }
  }
}
