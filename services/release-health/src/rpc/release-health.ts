import type { MessageInitShape } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import type { ReleaseHealthRequest, ReleaseHealthResponseSchema } from '@mallhive/contracts/release-health'
import { and, asc, eq, gte, inArray, lte, sum } from 'drizzle-orm'
import { dateOf } from '../date-of.ts'
import type { Deps } from '../deps.ts'
import { edgesOf, p75 } from '../rollup/buckets.ts'
import { type VitalName, vitalNames } from '../rollup/count.ts'
import { releaseMinutes, servedMinutes } from '../schema.ts'
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
    const to = until ? dateOf(until) : new Date(deps.now())
    const from = startOfMinute(since ? dateOf(since) : undefined)
    if (!from || to.getTime() - from.getTime() > longest || versions.length > 20)
      throw domainError('BAD_RANGE', 'ask for up to 20 versions and seven days')
    const within = (table: typeof releaseMinutes | typeof servedMinutes) =>
      and(
        eq(table.mfe, mfe),
        inArray(table.version, versions),
        gte(table.minute, from),
        lte(table.minute, to),
      )
    const [rows, served] = await Promise.all([
      deps.db.select().from(releaseMinutes).where(within(releaseMinutes)).orderBy(asc(releaseMinutes.minute)),
      deps.db
        .select({
          version: servedMinutes.version,
          served: sum(servedMinutes.documents).mapWith(Number),
          failedServed: sum(servedMinutes.failedDocuments).mapWith(Number),
        })
        .from(servedMinutes)
        .where(within(servedMinutes))
        .groupBy(servedMinutes.version),
    ])
    const byVersion = Map.groupBy(rows, (row) => row.version)
    return {
      versions: versions.map((version) => ({
        ...health(version, byVersion.get(version) ?? []),
        ...served.find((it) => it.version === version),
      })),
    }
  }

type Row = typeof releaseMinutes.$inferSelect

function health(version: string, rows: Row[]) {
  const total = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    version,
    reports: total((row) => row.reports),
    failedReports: total((row) => row.failedReports),
    documents: total((row) => row.documents),
    failedDocuments: total((row) => row.failedDocuments),
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
