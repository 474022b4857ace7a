import { setTimeout as delay } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { checkouts } from '../schema.ts'
import type { Row } from './advance.ts'

const resting = new Set<Row['state']>(['open', 'challenged', 'done', 'failed', 'capture_refused'])

/** Waits until a checkout rests, driven by any process; returns the current row when `timing.answerMs` has passed. */
export async function settled(
  { db, timing }: Pick<Deps, 'db' | 'timing'>,
  id: string,
  driving?: Promise<Row | void>,
): Promise<Row> {
  const deadline = Date.now() + timing.answerMs
  const { promise: tooLong, resolve } = Promise.withResolvers<void>()
  const patience = setTimeout(resolve, driving ? timing.answerMs : 0)
  const driven = await Promise.race([driving, tooLong])
  clearTimeout(patience)
  // Final for this call: no need to read the row again.
  if (driven && resting.has(driven.state)) return driven
  for (;;) {
    const [row] = await db.select().from(checkouts).where(eq(checkouts.id, id))
    if (!row) throw new Error(`checkout ${id} vanished`)
    if (resting.has(row.state) || Date.now() >= deadline) return row
    await delay(100)
  }
}
