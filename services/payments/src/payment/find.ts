import { prepared } from '@mallhive/service-kit/prepared'
import { eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { payments } from '../schema.ts'
import type { PaymentRow } from './view.ts'
import { domainError } from '../reasons.ts'

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

export const noPayment = () => domainError('NO_PAYMENT', 'there is no payment of this checkout')
