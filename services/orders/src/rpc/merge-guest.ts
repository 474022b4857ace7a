import type { ServiceImpl } from '@connectrpc/connect'
import { OrdersService } from '@mallhive/contracts/orders'
import { actorOf } from '@mallhive/service-kit/auth'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { domainError } from '../reasons.ts'
import { checkouts, orders } from '../schema.ts'

/** Moves the guest's checkouts and orders to the account in one statement; a repeat moves nothing. */
export function mergeGuest({
  db,
  verify,
}: Pick<Deps, 'db' | 'verify'>): ServiceImpl<typeof OrdersService>['mergeGuest'] {
  return async ({ guestToken }, context) => {
    const account = actorOf(context)
    if (account.kind !== 'account')
      throw domainError('ACCOUNT_NEEDED', 'only an account takes over what a guest owns')
    const guest = await verify(guestToken, OrdersService.typeName)
    if (guest.kind !== 'guest') throw domainError('NOT_A_GUEST', 'this token is not a guest’s')
    await db.execute(sql`
      with moved as (update ${checkouts} set owner_id = ${account.id} where owner_id = ${guest.id})
      update ${orders} set owner_id = ${account.id} where owner_id = ${guest.id}`)
    return {}
  }
}
