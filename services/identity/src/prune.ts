import { counter, gauge, unmeasured } from '@mallhive/process-kit/telemetry'
import { sql } from 'drizzle-orm'
import type { Deps } from './deps.ts'
import { guestSessionSeconds } from './guest-session.ts'

const everyMs = 10 * 60_000
/** Rows deleted per statement, until none is left. */
const slice = 1_000
/** Sessions are marked as used once a day (`mark-used.ts`), and a guest's cart lasts as long. */
const guestIdleDays = 30

/** Deletions by kind. Guests have rows only of the releases that stored them; such a guest's sessions, accounts and addresses are deleted by cascade. */
const statements = {
  guests: sql`delete from identity."user" where id in (
    select u.id from identity."user" u
    where u.is_anonymous and u.created_at < now() - make_interval(days => ${guestIdleDays})
      and not exists (select 1 from identity.session s where s.user_id = u.id
        and s.updated_at > now() - make_interval(days => ${guestIdleDays}))
    order by u.created_at limit ${slice})`,
  sessions: sql`delete from identity.session where id in (
    select id from identity.session where expires_at < now() limit ${slice})`,
  verifications: sql`delete from identity.verification where id in (
    select id from identity.verification where expires_at < now() limit ${slice})`,
  // Their cookies have expired since.
  endedGuests: sql`delete from identity.ended_guests where id in (
    select id from identity.ended_guests
    where ended_at < now() - make_interval(secs => ${guestSessionSeconds}) limit ${slice})`,
}
const kinds = ['guests', 'sessions', 'verifications', 'endedGuests'] as const

/** Deletes stored guests idle for thirty days and expired rows; returns the number of rows by kind. */
export async function prune({ db }: Pick<Deps, 'db'>): Promise<Record<keyof typeof statements, number>> {
  const gone = { guests: 0, sessions: 0, verifications: 0, endedGuests: 0 }
  for (const kind of kinds) {
    let deleted
    do {
      // oxlint-disable-next-line no-await-in-loop -- slices keep locks short
      deleted = (await db.execute(statements[kind])).rowCount ?? 0
      gone[kind] += deleted
    } while (deleted === slice)
  }
  return gone
}

/** Prunes every ten minutes until disposed, and updates the gauge of remaining rows. */
export function startPruning(deps: Pick<Deps, 'db' | 'log'>): Disposable {
  const { db, log } = deps
  const rows = gauge('identity_rows', 'Stored guests and sessions; NaN when they cannot be counted', ['kind'])
  const pruned = counter('identity_pruned_total', 'Rows deleted because they expired or were idle', ['kind'])
  const failed = counter('identity_prune_failures_total', 'Runs of the pruning job that failed', [])

  async function run(): Promise<void> {
    for (const [kind, count] of Object.entries(await prune(deps))) pruned.inc({ kind }, count)
    const counted = await db.execute<{ guests: number; sessions: number }>(sql`
      select (select count(*)::int from identity."user" where is_anonymous) guests,
        (select count(*)::int from identity.session) sessions`)
    for (const [kind, count] of Object.entries(counted.rows[0] ?? {})) rows.set({ kind }, count)
  }

  function look(): void {
    run().catch((error: unknown) => {
      failed.inc()
      for (const kind of ['guests', 'sessions']) unmeasured('identity_rows', { kind })
      log.warn({ err: error }, 'pruning failed, retrying later')
    })
  }

  look()
  const timer = setInterval(look, everyMs)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
