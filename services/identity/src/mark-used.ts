import { sql } from 'drizzle-orm'
import type { Deps } from './deps.ts'

/** Records at most once a day that a session is in use, so that pruning can find idle guests. */
export async function markUsed({ db, log }: Pick<Deps, 'db' | 'log'>, session: MarkedSession): Promise<void> {
  if (Date.now() - session.updatedAt.getTime() < dayMs) return
  await db
    .execute(
      sql`update identity.session set updated_at = now()
        where id = ${session.id} and updated_at < now() - interval '1 day'`,
    )
    .catch((error: unknown) => log.warn({ err: error }, 'marking a session as used failed'))
}

interface MarkedSession {
  id: string
  updatedAt: Date
}

const dayMs = 24 * 3_600_000
