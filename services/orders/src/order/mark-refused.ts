import { sql, type SQL } from 'drizzle-orm'
import { orders } from '../schema.ts'
import { factInsert } from './timeline.ts'

/** Marks the order of a checkout whose capture was refused permanently. The order is not cancelled. */
export const markRefused = (code: string): SQL[] => [
  sql`update ${orders} set payment = 'refused' from moved where ${orders}.checkout_id = moved.id`,
  factInsert(
    sql`o.id`,
    { at: new Date(), kind: 'payment_refused', data: { code } },
    sql`from moved join ${orders} o on o.checkout_id = moved.id`,
  ),
]
