import type { ServiceImpl } from '@connectrpc/connect'
import type { PaymentsService } from '@mallhive/contracts/payments'
import { actorOf, requireService } from '@mallhive/service-kit/auth'
import type { Deps } from '../deps.ts'
import { ask } from '../payment/ask.ts'
import { findPayment } from '../payment/find.ts'
import { toPayment } from '../payment/view.ts'
import { payments } from '../schema.ts'

export function voidPayment(
  deps: Pick<Deps, 'db' | 'provider' | 'log'>,
): ServiceImpl<typeof PaymentsService>['void'] {
  return async ({ checkoutId }, context) => {
    requireService(actorOf(context))
    // Also voids what was never authorised here, so that an authorisation still on its way finds it.
    const unseen = {
      checkoutId,
      provider: deps.provider.name,
      status: 'unknown' as const,
      amountMinor: 0,
      currency: 'XXX',
    }
    await deps.db.insert(payments).values(unseen).onConflictDoNothing()
    const row = await findPayment(deps, checkoutId)
    if (row.status === 'captured' || row.status === 'voided') return { payment: toPayment(row) }
    // A decline is asked about as well: nothing is held, and the provider says so.
    if (row.status === 'declined') return { payment: toPayment(row) }
    return {
      payment: toPayment(await ask(deps, row, () => deps.provider.void(`${checkoutId}:void`, checkoutId))),
    }
  }
}
