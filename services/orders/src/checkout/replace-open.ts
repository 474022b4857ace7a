import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Executor } from '@mallhive/service-kit/db'
import type { Deps } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { checkouts } from '../schema.ts'
import { isLapsed } from './view.ts'

type Tx = Parameters<Parameters<Deps['db']['transaction']>[0]>[0]

export const placing: Row['state'][] = ['reserving', 'authorising', 'challenged', 'placing', 'capturing']
export const ordered: Row['state'][] = ['done', 'capture_refused']

/** Locks an owner's checkouts until the transaction ends: an owner has one open checkout at most. */
export async function lockOwner(tx: Executor, ownerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ownerId}, 0))`)
}

/** Returns the ids of the owner's checkouts that are open or being placed. */
export async function unfinishedIds({ db }: Pick<Deps, 'db'>, ownerId: string): Promise<string[]> {
  const either = and(eq(checkouts.ownerId, ownerId), inArray(checkouts.state, ['open', ...placing]))
  const rows = await db.select({ id: checkouts.id }).from(checkouts).where(either)
  return rows.map(({ id }) => id)
}

/**
 * Begins a checkout of the owner's cart and closes the other open ones, so that a cart is ordered once. Calls for one owner run
 * one after another. A placement in progress, or an order of a checkout that was `unfinished` when the call arrived, is returned
 * instead; a placement that begins later finds its checkout closed. `begin` gets the newest open checkout; when it returns
 * undefined, nothing is closed.
 */
export function replaceOpen(
  { db }: Pick<Deps, 'db'>,
  { ownerId, unfinished = [] }: { ownerId: string; unfinished?: string[] },
  begin: (tx: Tx, newest: Row | undefined) => Promise<Row | undefined>,
): Promise<Row | undefined> {
  return db.transaction(async (tx) => {
    await lockOwner(tx, ownerId)
    const begunBefore = or(
      inArray(checkouts.state, placing),
      and(inArray(checkouts.id, unfinished), inArray(checkouts.state, ordered)),
    )
    // Waits for placements that are beginning; no other can begin until this transaction ends.
    const found = await tx
      .select()
      .from(checkouts)
      .where(and(eq(checkouts.ownerId, ownerId), or(eq(checkouts.state, 'open'), begunBefore)))
      .orderBy(desc(checkouts.createdAt))
      .for('update')
    const open = found.filter(({ state }) => state === 'open')
    const placed = found.find(({ state }) => state !== 'open')
    if (placed) return placed
    const begun = await begin(
      tx,
      open.find((row) => !isLapsed(row)),
    )
    const replaced = open.map(({ id }) => id).filter((id) => id !== begun?.id)
    if (begun && replaced.length > 0)
      await tx
        .update(checkouts)
        .set({ state: 'failed', failure: 'expired' })
        .where(inArray(checkouts.id, replaced))
    return begun
  })
}
