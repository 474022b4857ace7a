import { sql } from 'drizzle-orm'
import type { Deps } from './deps.ts'

/** Notes once a day that a session is in use, so that idle guests can be told from those who come back. */
export async function markUsed({ db, log }: Pick<Deps, 'db' | 'log'>, session: MarkedSession): Promise<void> {
  if (Date.now() - session.updatedAt.getTime() < dayMs) return
  await db
    .execute(
      sql`update identity.session set updated_at = now()
        where id = ${session.id} and updated_at < now() - interval '1 day'`,
    )
    .catch((error: unknown) => log.warn({ err: error }, 'a session could not be marked as used'))
}

interface MarkedSession {
  id: string
  updatedAt: Date
}

const dayMs = 24 * 3_600_000
