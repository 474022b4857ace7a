import { randomUUIDv7 } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { orders, timeline } from '../schema.ts'

const note = 'The bank refused the payment. Nothing was charged; we are looking into it.'

/** The order stands, and whoever looks at it reads why nothing happens to it. */
export const noteRefusedPayment = (): SQL[] => [
  sql`insert into ${timeline} (id, order_id, status, note)
    select ${randomUUIDv7()}::uuid, o.id, 'placed', ${note}::text from moved join ${orders} o on o.checkout_id = moved.id`,
]
