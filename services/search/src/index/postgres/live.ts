import type { Executor } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { type Slot, slots } from './schema.ts'

const mostTries = 5

/** The column that a statement returns for `Live`: what its snapshot calls live. */
export const liveColumn = sql`(select slot || ' ' || generation from ${slots} where state = 'live') as live`

export type WithLive = { live: string }

/**
 * Runs statements on the live slot. Which one that is, is remembered: each statement returns what is live in its own snapshot,
 * and runs again on that one if it was another. A statement holds its tables from before its snapshot, so that a slot that is
 * live in it is not emptied while it reads.
 */
export function openLive(db: Executor) {
  let known: { slot: Slot; live: string } | undefined
  const learn = (live: string) => (known = { live, slot: live.startsWith('a') ? 'a' : 'b' })
  const read = async () => {
    const { rows } = await db.execute<WithLive>(sql`select ${liveColumn}`)
    return learn(rows[0]!.live)
  }
  return {
    /** Runs `work` until all of its statements have met the same generation as live. */
    async on<T>(work: (slot: Slot, check: <R extends WithLive>(row: R) => R) => Promise<T>): Promise<T> {
      for (let tries = 1; ; tries++) {
        const { slot, live } = known ?? (await read())
        try {
          return await work(slot, (row) => {
            if (row.live === live) return row
            learn(row.live)
            throw swapped
          })
        } catch (error) {
          if (error !== swapped || tries === mostTries) throw error
        }
      }
    },
  }
}

export type LiveSlot = ReturnType<typeof openLive>

const swapped = new Error('the index was rebuilt under each of several searches')
