import type { ServiceImpl } from '@connectrpc/connect'
import type { PaymentsService } from '@mallhive/contracts/payments'
import type { Deps } from '../deps.ts'
import { ask } from '../payment/ask.ts'
import { noPayment } from '../payment/find.ts'
import { openOperation } from '../payment/open-operation.ts'
import { askableFrom, keyOf, noCurrency } from '../payment/operations.ts'
import { toPayment } from '../payment/view.ts'
import { providerOf } from '../providers/providers.ts'

export function voidPayment(
  deps: Pick<Deps, 'db' | 'providers' | 'log'>,
): ServiceImpl<typeof PaymentsService>['void'] {
  return async ({ checkoutId }) => {
    // Creates the payment if there is none, so that an authorisation that arrives later fails.
    const payment = { provider: deps.providers.chosen.name, amountMinor: 0, currency: noCurrency }
    const row = await openOperation(deps, { checkoutId, kind: 'void', payment })
    if (!row) throw noPayment()
    if (!askableFrom.void.includes(row.status)) return { payment: toPayment(row) }
    const provider = providerOf(deps.providers, row)
    const question = () => provider.void(keyOf(checkoutId, 'void'), checkoutId)
    return { payment: toPayment(await ask(deps, row, question)) }
  }
}
