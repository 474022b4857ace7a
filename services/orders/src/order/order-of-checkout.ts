import { prepared } from '@mallhive/service-kit/prepared'
import { eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { orders } from '../schema.ts'
import { wholeOrder, type WholeOrder } from './load-orders.ts'

const find = prepared((db: Deps['db']) =>
  db
    .select(wholeOrder)
    .from(orders)
    .where(eq(orders.checkoutId, sql.placeholder('checkoutId'))),
)

export async function orderOfCheckout({ db }: Pick<Deps, 'db'>, checkoutId: string): Promise<WholeOrder> {
  const [order] = await find(db).execute({ checkoutId })
  if (!order) throw new Error(`checkout ${checkoutId} has no order`)
  return order
}
