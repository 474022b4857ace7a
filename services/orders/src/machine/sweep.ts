import { sql, type SQL } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { checkouts } from '../schema.ts'
import { gauge, setMeasured } from '@mallhive/process-kit/telemetry'

const refused = 'checkouts_capture_refused'
const overdue = 'checkouts_overdue_seconds'
gauge(refused, 'Orders whose capture was refused permanently: staff must act', [])
gauge(overdue, 'How long the oldest due checkout has been waiting', [])

/** Once a minute updates the gauges and deletes checkouts that ended 30 days ago, in small batches. */
export function startSweeping({ db, log }: Pick<Deps, 'db' | 'log'>): Disposable {
  const valueOf = async (query: SQL): Promise<number> =>
    (await db.execute<{ value: number }>(query)).rows[0]?.value ?? 0
  const sweep = async (): Promise<void> => {
    const count = sql`select count(*)::int as value from ${checkouts} where state = 'capture_refused'`
    await setMeasured(refused, {}, () => valueOf(count), log)
    const age = sql`select coalesce(extract(epoch from now() - min(due_at)), 0)::float8 as value from ${checkouts}
      where state not in ('open', 'done', 'failed', 'capture_refused') and due_at < now()`
    await setMeasured(overdue, {}, () => valueOf(age), log)
    await db.execute(sql`delete from ${checkouts} where id in (select id from ${checkouts}
      where state in ('open', 'done', 'failed') and expires_at < now() - interval '30 days' limit 1000)`)
  }
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => log.warn({ err: error }, 'sweeping checkouts failed'))
  }, 60_000)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
