import type { ServiceImpl } from '@connectrpc/connect'
import type { OrdersService } from '@mallhive/contracts/orders'
import { moneyRoles } from '@mallhive/contracts/roles'
import { actorOf, isMember, requireShops } from '@mallhive/service-kit/auth'
import { and, desc, eq, getTableColumns, inArray, lt } from 'drizzle-orm'
import { isId } from '../checkout/own-checkout.ts'
import type { Deps } from '../deps.ts'
import { linesOf } from '../order/load-orders.ts'
import { toAddress, toSubOrder, withoutAmounts } from '../order/view.ts'
import { orders, subOrders } from '../schema.ts'

/** Lists the paid sub-orders of the caller's shops with their addresses, newest first. A packer gets no amounts of money. */
export function listSellerOrders({
  db,
}: Pick<Deps, 'db'>): ServiceImpl<typeof OrdersService>['listSellerOrders'] {
  return async ({ pageSize, cursor }, context) => {
    const actor = actorOf(context)
    const shops = requireShops(actor, ['owner', 'manager', 'packer'])
    const size = Math.min(Math.max(pageSize || 20, 1), 100)
    const mine = and(inArray(subOrders.sellerId, shops), eq(orders.payment, 'captured'))
    const rows = await db
      .select({ part: { ...getTableColumns(subOrders), lines: linesOf }, order: orders })
      .from(subOrders)
      .innerJoin(orders, eq(orders.id, subOrders.orderId))
      .where(isId(cursor) ? and(mine, lt(subOrders.id, cursor)) : mine)
      .orderBy(desc(subOrders.id))
      .limit(size + 1)
    const page = rows.slice(0, size)
    return {
      subOrders: page.map(({ part, order }) => {
        const whole = toSubOrder(part, order)
        const seen = isMember(actor, part.sellerId, moneyRoles) ? whole : withoutAmounts(whole)
        return { ...seen, address: toAddress(order.address) }
      }),
      nextCursor: rows.length > size ? (page.at(-1)?.part.id ?? '') : '',
    }
  }
}
