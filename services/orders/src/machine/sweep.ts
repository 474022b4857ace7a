import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { checkouts } from '../schema.ts'
import { gauge } from '@mallhive/process-kit/telemetry'

const refused = gauge(
  'checkouts_capture_refused',
  'Orders whose capture was refused for good: somebody has to act',
  [],
)
const overdue = gauge('checkouts_overdue_seconds', 'How long the oldest due checkout has been waiting', [])

/** Once a minute: says what needs attention, and deletes in small batches what nobody will ask for again. */
export function startSweeping({ db, log }: Pick<Deps, 'db' | 'log'>): Disposable {
  const sweep = async (): Promise<void> => {
    const { rows } = await db.execute<{ refused: number; overdue: number }>(sql`
      select (select count(*)::int from ${checkouts} where state = 'capture_refused') refused,
        (select coalesce(extract(epoch from now() - min(due_at)), 0)::float8 from ${checkouts}
          where state not in ('open', 'done', 'failed', 'capture_refused') and due_at < now()) overdue`)
    refused.set(rows[0]?.refused ?? 0)
    overdue.set(rows[0]?.overdue ?? 0)
    await db.execute(sql`delete from ${checkouts} where id in (select id from ${checkouts}
      where state in ('open', 'done', 'failed') and expires_at < now() - interval '30 days' limit 1000)`)
  }
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => log.warn({ err: error }, 'finished checkouts were not swept'))
  }, 60_000)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
