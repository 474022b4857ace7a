import { DomainError } from '@mallhive/service-kit/errors'
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { payments } from '../schema.ts'
import type { PaymentRow } from './view.ts'

export async function findPayment({ db }: Pick<Deps, 'db'>, checkoutId: string): Promise<PaymentRow> {
  const [row] = await db.select().from(payments).where(eq(payments.checkoutId, checkoutId))
  if (!row) throw new DomainError('not_found', 'NO_PAYMENT', 'there is no payment of this checkout')
  return row
}
