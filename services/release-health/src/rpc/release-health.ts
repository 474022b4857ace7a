import type { MessageInitShape } from '@bufbuild/protobuf'
import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt'
import type { ReleaseHealthRequest, ReleaseHealthResponseSchema } from '@mallhive/contracts/release-health'
import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { edgesOf, p75 } from '../rollup/buckets.ts'
import { type VitalName, vitalNames } from '../rollup/count.ts'
import { releaseMinutes } from '../schema.ts'
import { domainError } from '../reasons.ts'

const longest = 7 * 24 * 3_600_000

/** Returns the health of versions since a time, in total and by minute. */
export const releaseHealth =
  (deps: Pick<Deps, 'db' | 'now'>) =>
  async ({
    mfe,
    versions,
    since,
    until,
  }: ReleaseHealthRequest): Promise<MessageInitShape<typeof ReleaseHealthResponseSchema>> => {
    const to = until ? timestampDate(until) : new Date(deps.now())
    const from = startOfMinute(since ? timestampDate(since) : undefined)
    if (!from || to.getTime() - from.getTime() > longest || versions.length > 20)
      throw domainError('BAD_RANGE', 'ask for up to 20 versions and seven days')
    const rows = await deps.db
      .select()
      .from(releaseMinutes)
      .where(
        and(
          eq(releaseMinutes.mfe, mfe),
          inArray(releaseMinutes.version, versions),
          gte(releaseMinutes.minute, from),
          lte(releaseMinutes.minute, to),
        ),
      )
      .orderBy(asc(releaseMinutes.minute))
    const byVersion = Map.groupBy(rows, (row) => row.version)
    return { versions: versions.map((version) => health(version, byVersion.get(version) ?? [])) }
  }

type Row = typeof releaseMinutes.$inferSelect

function health(version: string, rows: Row[]) {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    version,
    reports: sum((row) => row.reports),
    failedReports: sum((row) => row.failedReports),
    documents: sum((row) => row.documents),
    failedDocuments: sum((row) => row.failedDocuments),
    ...Object.fromEntries(vitalNames.map((name) => [name, histogram(rows, name)])),
    exampleError: rows.findLast((row) => row.exampleError)?.exampleError ?? '',
    minutes: rows.map((row) => ({
      at: timestampFromDate(row.minute),
      documents: row.documents,
      failedDocuments: row.failedDocuments,
      lcpP75Ms: p75(row.lcp),
      inpP75Ms: p75(row.inp),
    })),
  }
}

function histogram(rows: Row[], name: VitalName) {
  const weights: number[] = []
  for (const row of rows) {
    for (const [bucket, weight] of row[name].entries()) weights[bucket] = (weights[bucket] ?? 0) + weight
  }
  const buckets = weights.map((weight, bucket) => ({ ...edgesOf(bucket), weight }))
  return { buckets: buckets.filter(({ weight }) => weight > 0) }
}

function startOfMinute(date: Date | undefined): Date | undefined {
  return date && new Date(Math.floor(date.getTime() / 60_000) * 60_000)
}
