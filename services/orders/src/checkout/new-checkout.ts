import type { Deps } from '../deps.ts'
import { inMs, type Row } from '../machine/advance.ts'
import { checkouts } from '../schema.ts'

type Opened = Pick<Row, 'id' | 'ownerId' | 'currency' | 'lines'> &
  Partial<Pick<Row, 'locale' | 'email' | 'address' | 'shippingMethodId'>>

export const openForMs = 24 * 60 * 60_000

/** Inserts a checkout; returns undefined when the id is taken. */
export async function newCheckout({ db }: Pick<Deps, 'db'>, opened: Opened): Promise<Row | undefined> {
  const [row] = await db
    .insert(checkouts)
    .values({ ...opened, expiresAt: inMs(openForMs) })
    .onConflictDoNothing()
    .returning()
  return row
}
