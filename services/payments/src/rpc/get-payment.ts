import type { ServiceImpl } from '@connectrpc/connect'
import type { PaymentsService } from '@mallhive/contracts/payments'
import type { Deps } from '../deps.ts'
import { ask } from '../payment/ask.ts'
import { findPayment } from '../payment/find.ts'
import { toPayment } from '../payment/view.ts'
import { providerOf } from '../providers/providers.ts'

/** Returns a payment; polls the provider while the outcome is open, because a shopper may return before the webhook. */
export function getPayment(
  deps: Pick<Deps, 'db' | 'providers' | 'log'>,
): ServiceImpl<typeof PaymentsService>['getPayment'] {
  return async ({ checkoutId }) => {
    const row = await findPayment(deps, checkoutId)
    if (row.status !== 'unknown' && row.status !== 'challenged') return { payment: toPayment(row) }
    return {
      payment: toPayment(await ask(deps, row, () => providerOf(deps.providers, row).find(checkoutId))),
    }
  }
}
