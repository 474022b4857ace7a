import { and, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { checkouts } from '../schema.ts'
import { inMs, type Row } from './advance.ts'

/** Claims a challenged checkout when its shopper returns; returns undefined when the checkout has already moved. */
export async function claimChallenged(
  { db, timing }: Pick<Deps, 'db' | 'timing'>,
  id: string,
): Promise<Row | undefined> {
  const [row] = await db
    .update(checkouts)
    .set({ attempt: sql`${checkouts.attempt} + 1`, dueAt: inMs(timing.leaseMs) })
    .where(and(eq(checkouts.id, id), eq(checkouts.state, 'challenged')))
    .returning()
  return row
}
