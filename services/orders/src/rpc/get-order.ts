import type { ServiceImpl } from '@connectrpc/connect'
import { emailKey } from '@mallhive/contracts/contact'
import { readOrderNumber } from '@mallhive/contracts/order-number'
import type { OrdersService } from '@mallhive/contracts/orders'
import { actorOf } from '@mallhive/service-kit/auth'
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { wholeOrder } from '../order/load-orders.ts'
import { toOrder } from '../order/view.ts'
import { orders } from '../schema.ts'
import { domainError } from '../reasons.ts'

/** Returns an order. A wrong e-mail address and an unknown number are refused alike, and counted before the read. */
export function getOrder({
  db,
  lookUpLimit,
}: Pick<Deps, 'db' | 'lookUpLimit'>): ServiceImpl<typeof OrdersService>['getOrder'] {
  return async ({ number: typed, email: given, clientAddress }, context) => {
    const number = readOrderNumber(typed)
    const email = emailKey(given)
    // Checked before the read, so that a caller without a session cannot probe order numbers.
    const ownerId = email ? undefined : actorOf(context).id
    const giveBack = email ? await lookUpLimit.count({ number, email, clientAddress }) : undefined
    const rows = await db.select(wholeOrder).from(orders).where(eq(orders.number, number))
    const order = rows.find(({ order: it }) =>
      email ? emailKey(it.email) === email : it.ownerId === ownerId,
    )
    if (!order) throw domainError('NO_ORDER', 'there is no such order')
    await giveBack?.()
    return { order: toOrder(order) }
  }
}
