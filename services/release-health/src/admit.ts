import { readDocumentToken } from '@mallhive/contracts/document-token'
import { openRateLimit } from '@mallhive/service-kit/rate-limit'
import type { Redis } from '@mallhive/service-kit/redis'
import type { Config } from './config.ts'
import { dropped } from './counters.ts'
import type { Report } from './report.ts'

/** Returns the part of a report that counts; undefined when none does, `refused` for a forged report. */
export type Admit = (report: Report, clientAddress: string) => Promise<Report | 'refused' | undefined>

const hour = 3600
const day = 24 * hour

/**
 * Admits reports of documents that the shell has served, for their releases. Anyone can fetch documents, so documents per hour
 * and failures of a release per day are limited by address, below the number that triggers a rollback. Addresses are stored
 * hashed, for the limit's window only.
 */
export function openAdmission(
  redis: Redis,
  now: () => number,
  config: Pick<
    Config,
    'BEACON_KEY' | 'DOCUMENT_MEMORY_HOURS' | 'DOCUMENTS_PER_ADDRESS' | 'FAILURES_PER_ADDRESS'
  >,
): Admit {
  const memory = config.DOCUMENT_MEMORY_HOURS * hour
  const once = openRateLimit(redis, { name: 'beacon:once', points: 1, seconds: memory })
  const documents = openRateLimit(redis, {
    name: 'beacon:documents',
    points: config.DOCUMENTS_PER_ADDRESS,
    seconds: hour,
  })
  const failures = openRateLimit(redis, {
    name: 'beacon:failures',
    points: config.FAILURES_PER_ADDRESS,
    seconds: day,
  })

  /** Spends a point for a new item and returns whether it counts; an item counted before costs nothing. */
  async function counts(what: string, limit: typeof documents, payer: string): Promise<boolean> {
    if ((await once.spend(what)) > 0) return true
    if ((await limit.spend(payer)) === 0) return true
    await once.giveBack(what)
    return false
  }

  return async (report, clientAddress) => {
    const served = readDocumentToken(report.token, report, config.BEACON_KEY)
    const ageMs = now() - (served?.servedAtMs ?? 0)
    if (served?.document !== report.document || ageMs < -60_000 || ageMs > memory * 1000) return 'refused'
    if (!(await counts(report.document, documents, clientAddress))) {
      dropped.inc({ why: 'too_many_of_an_address' })
      return undefined
    }
    const errors = []
    for (const error of report.errors) {
      const { release } = error
      const what = `${report.document} ${release}`
      // oxlint-disable-next-line no-await-in-loop -- at most twenty, and mostly none
      if (!release || (await counts(what, failures, `${release} ${clientAddress}`))) errors.push(error)
      else dropped.inc({ why: 'too_many_failures_of_an_address' })
    }
    return { ...report, errors }
  }
}
