import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { inMs, type Row } from '../machine/advance.ts'
import { checkouts } from '../schema.ts'

type Opened = Pick<Row, 'id' | 'ownerId' | 'currency' | 'lines'> &
  Partial<Pick<Row, 'locale' | 'email' | 'address' | 'shippingMethodId' | 'paymentMethod' | 'paymentLabel'>>

export const openForMs = 24 * 60 * 60_000

/** Inserts a checkout; returns undefined when the id is taken. */
export async function newCheckout(db: Pick<Deps['db'], 'insert'>, opened: Opened): Promise<Row | undefined> {
  const [row] = await db
    .insert(checkouts)
    // `now()` is the start of a transaction, which may have waited for a checkout that began after it.
    .values({ ...opened, createdAt: sql`clock_timestamp()`, expiresAt: inMs(openForMs) })
    .onConflictDoNothing()
    .returning()
  return row
}
