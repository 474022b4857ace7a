import { setTimeout as delay } from 'node:timers/promises'
import { gauge, setMeasured } from '@mallhive/process-kit/telemetry'
import { inArray, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { delivery } from '../schema.ts'
import { attempt, type AttemptDeps, type Claimed } from './attempt.ts'

const atOnce = 10
const everyMs = 500
const measureEveryMs = 15_000

/** Longer than any attempt; a delivery whose process died is claimed again after it. */
const leaseSeconds = 120

const dead = 'deliveries_dead'
const overdue = 'deliveries_overdue_seconds'
gauge(dead, 'Deliveries that were given up: see ListDeliveries', [])
gauge(overdue, 'How long the oldest due delivery has been waiting', [])

export interface Delivering extends AsyncDisposable {
  /** Attempts all due deliveries; returns their number. */
  drain(): Promise<number>
}

type Options = Partial<Pick<AttemptDeps, 'retrySeconds'>> & { leaseSeconds?: number; pauseMs?: number }

/**
 * Sends due deliveries until disposed. Claims them with SKIP LOCKED in one short statement, so any number of processes may run
 * it; no transaction is open during sending.
 */
export function startDelivering(
  { db, mailer, config, log }: Pick<Deps, 'db' | 'mailer' | 'config' | 'log'>,
  options: Options = {},
): Delivering {
  const deps = { db, mailer, config, log, retrySeconds: options.retrySeconds ?? pauseAfter }
  const stop = new AbortController()
  const round = async (): Promise<number> => {
    const rows = await claim(deps, options.leaseSeconds ?? leaseSeconds)
    await Promise.all(rows.map((row) => attempt(deps, row)))
    return rows.length
  }
  const drain = async (): Promise<number> => {
    let total = 0
    for (let taken = await round(); taken > 0; taken = await round()) total += taken
    return total
  }
  const work = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const taken = await round().catch((error: unknown) => {
        log.warn({ err: error }, 'deliveries not attempted, retrying')
        return 0
      })
      // After a full batch more are due.
      if (taken === atOnce) continue
      await delay(options.pauseMs ?? everyMs, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  }
  const measuring = setInterval(() => void measureDeliveries(deps), measureEveryMs)
  const working = work()
  return {
    drain,
    async [Symbol.asyncDispose]() {
      clearInterval(measuring)
      stop.abort()
      await working
    },
  }
}

/** Returns seconds: 10, then tripled for each attempt, up to four hours. */
const pauseAfter = (attempts: number): number => Math.min(10 * 3 ** (attempts - 1), 4 * 60 * 60)

function claim({ db }: Pick<Deps, 'db'>, seconds: number): Promise<Claimed[]> {
  const due = sql`(select id from ${delivery} where state in ('wanted', 'sending', 'failed') and due_at <= now()
    order by due_at limit ${atOnce} for update skip locked)`
  return db
    .update(delivery)
    .set({
      state: 'sending',
      attempt: sql`${delivery.attempt} + 1`,
      dueAt: sql`now() + make_interval(secs => ${seconds}::float8)`,
    })
    .where(inArray(delivery.id, due))
    .returning()
}

async function measureDeliveries({ db, log }: Pick<Deps, 'db' | 'log'>): Promise<void> {
  const number = (query: ReturnType<typeof sql>) => async () => {
    const { rows } = await db.execute<{ value: number }>(query)
    return rows[0]?.value ?? 0
  }
  await setMeasured(
    dead,
    {},
    number(sql`select count(*)::int as value from ${delivery} where state = 'dead'`),
    log,
  )
  const age = sql`select coalesce(extract(epoch from now() - min(due_at)), 0)::float8 as value from ${delivery}
    where state in ('wanted', 'sending', 'failed') and due_at < now()`
  await setMeasured(overdue, {}, number(age), log)
}
