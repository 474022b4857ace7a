import type { ServiceImpl } from '@connectrpc/connect'
import { OrdersService } from '@mallhive/contracts/orders'
import { actorOf } from '@mallhive/service-kit/auth'
import { sql } from 'drizzle-orm'
import { lockOwner } from '../checkout/replace-open.ts'
import type { Deps } from '../deps.ts'
import { domainError } from '../reasons.ts'
import { checkouts, orders } from '../schema.ts'

/**
 * Moves the guest's checkouts and orders to the account in one transaction; a repeat moves nothing. The guest's open checkout, in
 * which the shopper was last, replaces the account's, so that the merged cart has one.
 */
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
    await db.transaction(async (tx) => {
      // The locks under which checkouts are replaced, in one order for all merges.
      for (const ownerId of [account.id, guest.id].toSorted()) await lockOwner(tx, ownerId)
      await tx.execute(sql`
        with closed as (
          update ${checkouts} set state = 'failed', failure = 'expired'
          where owner_id = ${account.id} and state = 'open' and exists (
            select from ${checkouts} mine
            where mine.owner_id = ${guest.id} and mine.state = 'open' and mine.expires_at > now())),
        moved as (update ${checkouts} set owner_id = ${account.id} where owner_id = ${guest.id})
        update ${orders} set owner_id = ${account.id} where owner_id = ${guest.id}`)
    })
    return {}
  }
}
