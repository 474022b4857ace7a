import type { ServiceImpl } from '@connectrpc/connect'
import type { OrdersService } from '@mallhive/contracts/orders'
import { actorOf } from '@mallhive/service-kit/auth'
import { DomainError } from '@mallhive/service-kit/errors'
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { wholeOrder } from '../order/load-orders.ts'
import { readOrderNumber } from '../order/order-number.ts'
import { toOrder } from '../order/view.ts'
import { orders } from '../schema.ts'

/** A wrong e-mail and an unheard-of number look the same from outside. */
export function getOrder({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof OrdersService>['getOrder'] {
  return async ({ number, email }, context) => {
    const rows = await db
      .select(wholeOrder)
      .from(orders)
      .where(eq(orders.number, readOrderNumber(number)))
    const known = email.trim().toLowerCase()
    const order = rows.find(({ order: { email: given, ownerId } }) =>
      known ? given.toLowerCase() === known : ownerId === actorOf(context).id,
    )
    if (!order) throw new DomainError('not_found', 'NO_ORDER', 'there is no such order')
    return { order: toOrder(order) }
  }
}
