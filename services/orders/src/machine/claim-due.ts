import { prepared } from '@mallhive/service-kit/prepared'
import { inArray, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { checkouts } from '../schema.ts'
import { inMs, type Row } from './advance.ts'
import { drive } from './drive.ts'
import type { StepDeps } from './step.ts'

const everyMs = 250
const atOnce = 32

/**
 * Resumes checkouts whose driver stopped, of this or any other process: claims due rows with SKIP LOCKED and increments their
 * attempt, which fences the former driver out. Any number of processes may run it.
 */
export function startClaimingDue(deps: StepDeps): AsyncDisposable {
  const driving = new Set<Promise<unknown>>()
  const stop = new AbortController()
  const round = async (): Promise<void> => {
    const rows = driving.size < atOnce ? await claimDue(deps, atOnce - driving.size) : []
    for (const row of rows) {
      const drove: Promise<unknown> = drive(deps, row)
        .catch((error: unknown) =>
          deps.log.warn(
            { err: error, checkoutId: row.id },
            'driving a checkout failed, claimed again when due',
          ),
        )
        .finally(() => driving.delete(drove))
      driving.add(drove)
    }
  }
  const work = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await round().catch((error: unknown) => deps.log.warn({ err: error }, 'claiming due checkouts failed'))
      await pause(everyMs, stop.signal)
    }
  }
  const working = work()
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await working
      await Promise.allSettled(driving)
    },
  }
}

const claimDue = ({ db, timing }: Pick<Deps, 'db' | 'timing'>, limit: number): Promise<Row[]> =>
  claim(db).execute({ leaseMs: timing.leaseMs, limit })

const claim = prepared((db: Deps['db']) => {
  const due = sql`(select id from ${checkouts} where state not in ('open', 'done', 'failed', 'capture_refused')
    and due_at < now() order by due_at limit ${sql.placeholder('limit')} for update skip locked)`
  return db
    .update(checkouts)
    .set({ attempt: sql`${checkouts.attempt} + 1`, dueAt: inMs(sql.placeholder('leaseMs')) })
    .where(inArray(checkouts.id, due))
    .returning()
})

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
