import type { ServiceImpl } from '@connectrpc/connect'
import type { PaymentsService, SellerShare } from '@mallhive/contracts/payments'
import type { Deps } from '../deps.ts'
import { allocation } from '../ledger.ts'
import { ask } from '../payment/ask.ts'
import { noPayment } from '../payment/find.ts'
import { openOperation, type Shares } from '../payment/open-operation.ts'
import { askableFrom, keyOf } from '../payment/operations.ts'
import { toPayment } from '../payment/view.ts'
import { providerOf } from '../providers/providers.ts'
import { domainError } from '../reasons.ts'

export function capture(
  deps: Pick<Deps, 'db' | 'providers' | 'log'>,
): ServiceImpl<typeof PaymentsService>['capture'] {
  return async ({ checkoutId, shares: given }) => {
    const shares = given.length > 0 ? readShares(given) : undefined
    const row = await openOperation(deps, { checkoutId, kind: 'capture', shares })
    if (!row) throw noPayment()
    const isAskable = askableFrom.capture.includes(row.status)
    if (!isAskable && row.status !== 'captured') return { payment: toPayment(row) }
    if (shares && (shares.amountMinor !== row.amountMinor || shares.currency !== row.currency))
      throw badShares()
    const provider = providerOf(deps.providers, row)
    const question = () => provider.capture(keyOf(checkoutId, 'capture'), checkoutId)
    const payment = isAskable ? await ask(deps, row, question) : row
    // The capture was stored without these shares: its webhook came first, or a call without shares.
    if (shares && !row.isOpened && payment.status === 'captured')
      await deps.db.execute(allocation(keyOf(checkoutId, 'capture'), shares.parts, row.currency))
    return { payment: toPayment(payment) }
  }
}

function readShares(given: SellerShare[]): Shares {
  const currency = given[0]?.amount?.currency ?? ''
  const parts = given.map(({ sellerId, amount }) => ({ sellerId, amountMinor: Number(amount?.minor) }))
  const isGood = parts.every(
    ({ sellerId, amountMinor }) => sellerId !== '' && Number.isSafeInteger(amountMinor) && amountMinor >= 0,
  )
  const sellers = new Set(parts.map(({ sellerId }) => sellerId))
  if (!isGood || sellers.size < parts.length || given.some(({ amount }) => amount?.currency !== currency))
    throw badShares()
  const amountMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0)
  return { parts, amountMinor, currency }
}

const badShares = () =>
  domainError('BAD_SHARES', 'the shares of the sellers are not the amount of the payment')
