import { DomainError } from '@mallhive/service-kit/errors'
import { prepared } from '@mallhive/service-kit/prepared'
import { eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { payments } from '../schema.ts'
import type { PaymentRow } from './view.ts'

export const paymentOf = prepared((db: Deps['db']) =>
  db
    .select()
    .from(payments)
    .where(eq(payments.checkoutId, sql.placeholder('checkoutId'))),
)

export async function findPayment({ db }: Pick<Deps, 'db'>, checkoutId: string): Promise<PaymentRow> {
  const [row] = await paymentOf(db).execute({ checkoutId })
  if (!row) throw noPayment()
  return row
}

export const noPayment = () =>
  new DomainError('not_found', 'NO_PAYMENT', 'there is no payment of this checkout')
