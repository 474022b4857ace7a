import { randomUUIDv7 } from 'node:crypto'
import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Db } from '@mallhive/service-kit/db'
import type * as schema from '../schema.ts'
import { rebuilds } from '../schema.ts'
import type { EngineName } from '../index/open-index.ts'
import { madeBy } from './code-hash.ts'
import { type RebuildDeps, rebuildIndex } from './rebuild-index.ts'

export type Rebuild = typeof rebuilds.$inferSelect

/** Rebuilds the index in the background, one of all instances at a time. */
export interface Rebuilder extends AsyncDisposable {
  /** Begins a rebuild, unless one is running; returns the running one. */
  start(): Promise<Rebuild>
  /** Returns the rebuild that began last: as interrupted, when its instance is gone. */
  last(): Promise<Rebuild | undefined>
  /**
   * Returns the last rebuild that succeeded, of all or by one maker: without one, the index does not hold the
   * catalogue.
   */
  lastGood(by?: string): Promise<Rebuild | undefined>
}

const beatMs = 5_000
/** Without a beat for so long, the instance of a rebuild is gone. */
const goneAfter = '30 seconds'

export function openRebuilder(
  deps: RebuildDeps & { db: Db<typeof schema>; engine: EngineName; log: Log; onRebuilt: () => void },
): Rebuilder {
  const { db, log } = deps
  const stop = new AbortController()
  let running: Promise<unknown> = Promise.resolve()

  const newest = async (where?: SQL) => {
    const [rebuild] = await db.select().from(rebuilds).where(where).orderBy(desc(rebuilds.id)).limit(1)
    return rebuild
  }
  const endGone = () =>
    db
      .update(rebuilds)
      .set({ finishedAt: sql`now()`, failure: 'interrupted' })
      .where(sql`${rebuilds.finishedAt} is null and ${rebuilds.beatAt} < now() - ${goneAfter}::interval`)
  const run = async (rebuild: Rebuild) => {
    const own = sql`${rebuilds.id} = ${rebuild.id} and ${isNull(rebuilds.finishedAt)}`
    let [done, total] = [0, 0]
    const beat = () =>
      db
        .update(rebuilds)
        .set({ done, total, beatAt: sql`now()` })
        .where(own)
    const beating = setInterval(() => void beat().catch(() => {}), beatMs)
    try {
      await rebuildIndex(
        deps,
        (far, of) => {
          const isTenth = Math.floor((far * 10) / of) > Math.floor((done * 10) / of)
          ;[done, total] = [far, of]
          if (isTenth) log.info({ done, total }, 'rebuilding the index')
        },
        stop.signal,
      )
      await db
        .update(rebuilds)
        .set({ done, total, finishedAt: sql`now()` })
        .where(own)
      deps.onRebuilt()
      log.info({ total: done }, 'rebuilt the index')
    } catch (error) {
      if (!stop.signal.aborted) log.error({ err: error }, 'the index could not be rebuilt')
      const failure = stop.signal.aborted ? 'interrupted' : 'failed'
      await db
        .update(rebuilds)
        .set({ finishedAt: sql`now()`, failure })
        .where(own)
        .catch(() => {})
    } finally {
      clearInterval(beating)
    }
  }

  return {
    async last() {
      await endGone()
      return newest()
    },
    lastGood: (by) =>
      newest(
        and(
          isNotNull(rebuilds.finishedAt),
          isNull(rebuilds.failure),
          by ? eq(rebuilds.madeBy, by) : undefined,
        ),
      ),
    async start() {
      await endGone()
      const [begun] = await db
        .insert(rebuilds)
        .values({ id: randomUUIDv7(), madeBy: madeBy(deps.engine) })
        .onConflictDoNothing()
        .returning()
      if (begun) running = Promise.all([running, run(begun)])
      const rebuild = begun ?? (await newest())
      if (!rebuild) throw new Error('no rebuild began')
      return rebuild
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      await running
    },
  }
}
