import type { ServiceImpl } from '@connectrpc/connect'
import type { PaymentsService } from '@mallhive/contracts/payments'
import type { Deps } from '../deps.ts'
import { ask } from '../payment/ask.ts'
import { noPayment } from '../payment/find.ts'
import { openOperation } from '../payment/open-operation.ts'
import { keyOf, noCurrency } from '../payment/operations.ts'
import { toPayment } from '../payment/view.ts'
import { providerOf } from '../providers/providers.ts'
import { domainError } from '../reasons.ts'

export function authorise(
  deps: Pick<Deps, 'db' | 'providers' | 'log'>,
): ServiceImpl<typeof PaymentsService>['authorise'] {
  return async ({ checkoutId, amount, paymentMethod, returnUrl }) => {
    const wanted = { amountMinor: Number(amount?.minor), currency: amount?.currency ?? '' }
    if (!Number.isSafeInteger(wanted.amountMinor) || wanted.amountMinor <= 0)
      throw domainError('BAD_AMOUNT', 'an authorisation needs a positive amount')
    const payment = { ...wanted, provider: deps.providers.chosen.name }
    const row = await openOperation(deps, { checkoutId, kind: 'authorise', payment })
    if (!row) throw noPayment()
    const isVoidedFirst = row.currency === noCurrency
    if (!isVoidedFirst && (row.amountMinor !== wanted.amountMinor || row.currency !== wanted.currency))
      throw domainError('AMOUNT_CHANGED', 'this checkout was authorised for another amount')
    if (row.status !== 'unknown') return { payment: toPayment(row) }
    const provider = providerOf(deps.providers, row)
    const order = { ...wanted, checkoutId, paymentMethod, returnUrl }
    // A void that came first wins, also while the provider has not confirmed it.
    const question = () =>
      isVoidedFirst
        ? provider.void(keyOf(checkoutId, 'void'), checkoutId)
        : provider.authorise(keyOf(checkoutId, 'authorise'), order)
    return { payment: toPayment(await ask(deps, row, question)) }
  }
}
