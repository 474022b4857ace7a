import { type Report, releaseOf } from '../report.ts'
import { bucketOf } from './buckets.ts'

export const vitalNames = ['lcp', 'inp', 'cls', 'ttfb'] as const
export type VitalName = (typeof vitalNames)[number]

/** A report and the minute in which its document was served, in milliseconds. */
export type Received = Report & { minuteMs: number }

export type CountedVitals = Partial<Record<VitalName, { release: string; bucket: number }>>

/** The contribution of a document to the rollups so far. */
export interface CountedDocument {
  minuteMs: number
  weight: number
  vitals: CountedVitals
  /** Releases that threw in the document (`cart@1.5.0`). */
  failed: string[]
}

/** An increment of the rollup of one release and minute. */
export interface Addition extends Record<VitalName, Map<number, number>> {
  release: string
  minuteMs: number
  reports: number
  failedReports: number
  documents: number
  failedDocuments: number
  exampleError?: string
}

/**
 * Returns the increments of reports, given the counted state of their documents, and updates `documents`. A document counts once
 * for each of its releases, in the minute in which it was served, so that shares within a minute stay consistent and reports can be
 * compared with the shells' own counts. A repeated vital replaces its value, and a release fails at most once per document. So a
 * repeated report changes nothing.
 */
export function count(reports: Received[], documents: Map<string, CountedDocument>): Addition[] {
  const additions = new Map<string, Addition>()
  const additionTo = (release: string, minuteMs: number) => {
    const key = `${release} ${minuteMs}`
    const addition = additions.get(key) ?? nothing(release, minuteMs)
    additions.set(key, addition)
    return addition
  }

  for (const report of reports) {
    const known = documents.get(report.document)
    const document = known ?? {
      minuteMs: report.minuteMs,
      weight: 1 / report.rate,
      vitals: {},
      failed: [],
    }
    const { minuteMs, weight } = document
    documents.set(report.document, document)
    for (const [mfe, version] of known ? [] : Object.entries(report.releases)) {
      const addition = additionTo(`${mfe}@${version}`, minuteMs)
      addition.reports += 1
      addition.documents += weight
    }

    const owner = releaseOf(report.releases, report.page?.split('/')[0])
    for (const name of vitalNames) {
      const value = report.vitals[name]
      if (value === undefined || !owner) continue
      const before = document.vitals[name]
      const bucket = bucketOf(name === 'cls' ? value * 1000 : value)
      if (before) add(additionTo(before.release, minuteMs)[name], before.bucket, -weight)
      add(additionTo(owner, minuteMs)[name], bucket, weight)
      document.vitals[name] = { release: owner, bucket }
    }

    for (const { release, foreign, message } of report.errors) {
      // Ignores URLs in a stack that name a release that the document does not run.
      if (foreign || !release || release !== releaseOf(report.releases, release.split('@')[0])) continue
      if (document.failed.includes(release)) continue
      document.failed.push(release)
      const addition = additionTo(release, minuteMs)
      addition.failedReports += 1
      addition.failedDocuments += weight
      addition.exampleError = message
    }
  }
  return [...additions.values()]
}

function add(weights: Map<number, number>, bucket: number, weight: number): void {
  weights.set(bucket, (weights.get(bucket) ?? 0) + weight)
}

function nothing(release: string, minuteMs: number): Addition {
  const counts = { reports: 0, failedReports: 0, documents: 0, failedDocuments: 0 }
  return { release, minuteMs, ...counts, lcp: new Map(), inp: new Map(), cls: new Map(), ttfb: new Map() }
}
