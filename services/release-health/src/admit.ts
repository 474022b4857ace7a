import { readDocumentToken } from '@mallhive/contracts/document-token'
import type { Redis } from '@mallhive/service-kit/redis'
import type { Config } from './config.ts'
import { dropped } from './counters.ts'
import { type Report, releaseOf } from './report.ts'
import { openSpendOnce } from './spend-once.ts'

/** A report of a document that the shell served at this time, in ms since 1970. */
export type AdmittedReport = Report & { servedAtMs: number }

/** Returns the part of a report that counts; undefined when none does, `refused` for a forged report. */
export type Admit = (report: Report, clientAddress: string) => Promise<AdmittedReport | 'refused' | undefined>

const hour = 3600
const day = 24 * hour

/**
 * Admits reports of documents that the shell has served, for their releases. Anyone can fetch documents, so documents, failures
 * and vitals of a release are limited by address and day, below the numbers that decide a rollout. Addresses are stored hashed,
 * for a day after their last report that counted.
 */
export function openAdmission(
  redis: Redis,
  now: () => number,
  config: Pick<
    Config,
    | 'BEACON_KEY'
    | 'DOCUMENT_MEMORY_HOURS'
    | 'DOCUMENTS_PER_ADDRESS'
    | 'FAILURES_PER_ADDRESS'
    | 'VITALS_PER_ADDRESS'
  >,
): Admit {
  const knownSeconds = config.DOCUMENT_MEMORY_HOURS * hour
  const documents = openSpendOnce(redis, {
    name: 'beacon:documents',
    points: config.DOCUMENTS_PER_ADDRESS,
    seconds: day,
    knownSeconds,
  })
  const failures = openSpendOnce(redis, {
    name: 'beacon:failures',
    points: config.FAILURES_PER_ADDRESS,
    seconds: day,
    knownSeconds,
  })
  const timed = openSpendOnce(redis, {
    name: 'beacon:vitals',
    points: config.VITALS_PER_ADDRESS,
    seconds: day,
    knownSeconds,
  })

  /** Returns the vitals, or none beyond the address's number of timed documents of the page's release. */
  async function vitalsOf({ page = '', releases, document, vitals }: Report, clientAddress: string) {
    if (Object.keys(vitals).length === 0) return vitals
    const release = releaseOf(releases, page.slice(0, page.indexOf('/')))
    // Only the document's own releases spend points: invented names would fill Redis.
    if (!release) return {}
    if (await timed(`${document} ${release}`, `${release} ${clientAddress}`)) return vitals
    dropped.inc({ why: 'too_many_vitals_of_an_address' })
    return {}
  }

  return async (report, clientAddress) => {
    const served = readDocumentToken(report.token, report, config.BEACON_KEY)
    const ageMs = now() - (served?.servedAtMs ?? 0)
    if (served?.document !== report.document || ageMs < -60_000 || ageMs > knownSeconds * 1000)
      return 'refused'
    if (!(await documents(report.document, clientAddress))) {
      dropped.inc({ why: 'too_many_of_an_address' })
      return undefined
    }
    const errors = []
    for (const error of report.errors) {
      const { release, foreign } = error
      if (release && release !== releaseOf(report.releases, release.split('@')[0])) continue
      const what = `${report.document} ${release}`
      // oxlint-disable-next-line no-await-in-loop -- at most twenty, and mostly none
      if (!release || foreign || (await failures(what, `${release} ${clientAddress}`))) errors.push(error)
      else dropped.inc({ why: 'too_many_failures_of_an_address' })
    }
    const vitals = await vitalsOf(report, clientAddress)
    return { ...report, errors, vitals, servedAtMs: served.servedAtMs }
  }
}
