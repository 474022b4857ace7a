import type { Db } from '@mallhive/service-kit/db'
import { inArray, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type * as schema from '../schema.ts'
import { documents, releaseMinutes } from '../schema.ts'
import { type Addition, count, type CountedDocument, type Received, vitalNames } from './count.ts'

/** Counts reports in one transaction, serialised over all processes, so that the documents read stay current until the commit. */
export async function write(db: Db<typeof schema>, reports: Received[]): Promise<void> {
  const ids = [...new Set(reports.map(({ document }) => document))].toSorted()
  await db.transaction(async (tx) => {
    // An advisory lock, because rows that do not exist yet cannot be locked.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('release-health rollup', 0))`)
    const rows = await tx.select().from(documents).where(inArray(documents.id, ids))
    const known = new Map(rows.map((row) => [row.id, { ...row, minuteMs: row.minute.getTime() }]))
    const counted = new Map<string, CountedDocument>(known)
    const additions = count(reports, counted)
    await tx
      .insert(documents)
      .values(
        [...counted].map(([id, document]) => ({ ...document, id, minute: new Date(document.minuteMs) })),
      )
      .onConflictDoUpdate({
        target: documents.id,
        set: { vitals: sql`excluded.vitals`, failed: sql`excluded.failed` },
      })
    if (additions.length === 0) return
    await tx
      .insert(releaseMinutes)
      .values(additions.map(rowOf))
      .onConflictDoUpdate({
        target: [releaseMinutes.mfe, releaseMinutes.version, releaseMinutes.minute],
        set: {
          reports: plus(releaseMinutes.reports),
          failedReports: plus(releaseMinutes.failedReports),
          documents: plus(releaseMinutes.documents),
          failedDocuments: plus(releaseMinutes.failedDocuments),
          ...Object.fromEntries(vitalNames.map((name) => [name, plusWeights(releaseMinutes[name])])),
          exampleError: sql`coalesce(excluded.example_error, ${releaseMinutes.exampleError})`,
        },
      })
  })
}

function rowOf({ release, minuteMs, lcp, inp, cls, ttfb, ...counts }: Addition) {
  const [mfe = '', version = ''] = release.split('@')
  const histograms = { lcp: dense(lcp), inp: dense(inp), cls: dense(cls), ttfb: dense(ttfb) }
  return { ...counts, ...histograms, mfe, version, minute: new Date(minuteMs) }
}

/** Returns weights up to the last bucket in use; empty in most minutes. */
function dense(weights: Map<number, number>): number[] {
  return Array.from({ length: Math.max(-1, ...weights.keys()) + 1 }, (_, bucket) => weights.get(bucket) ?? 0)
}

const plus = (column: AnyPgColumn) => sql`${column} + excluded.${sql.identifier(column.name)}`

const plusWeights = (column: AnyPgColumn) =>
  sql`release_health.add_weights(${column}, excluded.${sql.identifier(column.name)})`
