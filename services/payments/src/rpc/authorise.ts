import type { ServiceImpl } from '@connectrpc/connect'
import { minorOf } from '@mallhive/contracts/money'
import type { PaymentsService } from '@mallhive/contracts/payments'
import { actorOf, requireService } from '@mallhive/service-kit/auth'
import { DomainError } from '@mallhive/service-kit/errors'
import { prepared } from '@mallhive/service-kit/prepared'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { ask } from '../payment/ask.ts'
import { paymentOf } from '../payment/find.ts'
import { type PaymentRow, toPayment } from '../payment/view.ts'
import { payments } from '../schema.ts'

type NewPayment = Pick<PaymentRow, 'checkoutId' | 'amountMinor' | 'currency'>

export function authorise(
  deps: Pick<Deps, 'db' | 'provider' | 'log'>,
): ServiceImpl<typeof PaymentsService>['authorise'] {
  return async ({ checkoutId, amount, paymentMethod, returnUrl }, context) => {
    requireService(actorOf(context))
    const wanted = { checkoutId, amountMinor: minorOf(amount), currency: amount?.currency ?? '' }
    if (wanted.amountMinor <= 0)
      throw new DomainError('invalid', 'BAD_AMOUNT', 'an authorisation needs a positive amount')
    const row = await openPayment(deps, wanted)
    if (row.status !== 'unknown') return { payment: toPayment(row) }
    const question = () =>
      deps.provider.authorise(`${checkoutId}:authorise`, { ...wanted, paymentMethod, returnUrl })
    return { payment: toPayment(await ask(deps, row, question)) }
  }
}

const open = prepared((db: Deps['db']) =>
  db
    .insert(payments)
    .values({
      checkoutId: sql.placeholder('checkoutId'),
      provider: sql.placeholder('provider'),
      amountMinor: sql.placeholder('amountMinor'),
      currency: sql.placeholder('currency'),
      status: 'unknown',
    })
    .onConflictDoNothing()
    .returning(),
)

/** The row is there before the provider is asked: a crash in between leaves a trace. */
async function openPayment(
  { db, provider }: Pick<Deps, 'db' | 'provider'>,
  wanted: NewPayment,
): Promise<PaymentRow> {
  const [made] = await open(db).execute({ ...wanted, provider: provider.name })
  const [row] = made ? [made] : await paymentOf(db).execute({ checkoutId: wanted.checkoutId })
  if (!row) throw new Error(`payment ${wanted.checkoutId} vanished`)
  const voidedBefore = row.currency === 'XXX'
  if (!voidedBefore && (row.amountMinor !== wanted.amountMinor || row.currency !== wanted.currency)) {
    throw new DomainError('conflict', 'AMOUNT_CHANGED', 'this checkout was authorised for another amount')
  }
  return row
}
