import type { ServiceImpl } from '@connectrpc/connect'
import type { PaymentsService } from '@mallhive/contracts/payments'
import { actorOf, requireService } from '@mallhive/service-kit/auth'
import type { Deps } from '../deps.ts'
import { ask } from '../payment/ask.ts'
import { findPayment } from '../payment/find.ts'
import { toPayment } from '../payment/view.ts'

export function capture(
  deps: Pick<Deps, 'db' | 'provider' | 'log'>,
): ServiceImpl<typeof PaymentsService>['capture'] {
  return async ({ checkoutId }, context) => {
    requireService(actorOf(context))
    const row = await findPayment(deps, checkoutId)
    if (row.status === 'captured' || row.status === 'declined' || row.status === 'voided')
      return { payment: toPayment(row) }
    return {
      payment: toPayment(
        await ask(deps, row, () => deps.provider.capture(`${checkoutId}:capture`, checkoutId)),
      ),
    }
  }
}
