import type { MessageInitShape } from '@bufbuild/protobuf'
import type { RecordServedRequest, RecordServedResponseSchema } from '@mallhive/contracts/release-health'
import { sql } from 'drizzle-orm'
import { dateOf } from '../date-of.ts'
import type { Deps } from '../deps.ts'
import { domainError } from '../reasons.ts'
import { servedMinutes } from '../schema.ts'

const mostMinutes = 1000

/** Stores a shell process's totals. They only grow, so requests may be repeated and may arrive in any order. */
export const recordServed =
  ({ db }: Pick<Deps, 'db'>) =>
  async ({
    process,
    minutes,
  }: RecordServedRequest): Promise<MessageInitShape<typeof RecordServedResponseSchema>> => {
    if (minutes.length > mostMinutes) throw domainError('BAD_RANGE', `send at most ${mostMinutes} minutes`)
    const rows = minutes.flatMap(({ minute, mfe, version, documents, failedDocuments }) =>
      minute ? { process, mfe, version, minute: dateOf(minute), documents, failedDocuments } : [],
    )
    if (rows.length === 0) return {}
    await db
      .insert(servedMinutes)
      .values(rows)
      .onConflictDoUpdate({
        target: [servedMinutes.mfe, servedMinutes.version, servedMinutes.minute, servedMinutes.process],
        set: {
          documents: sql`greatest(${servedMinutes.documents}, excluded.documents)`,
          failedDocuments: sql`greatest(${servedMinutes.failedDocuments}, excluded.failed_documents)`,
        },
      })
    return {}
  }
