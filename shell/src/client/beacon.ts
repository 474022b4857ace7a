import { onCLS, onINP, onLCP, onTTFB } from 'web-vitals'
import type { MetricType } from 'web-vitals'
import { messageOf, releaseBehind } from './beacon-errors.ts'
import { foreignFault } from './foreign-fault.ts'
import type { ForeignFault } from './foreign-fault.ts'
import { documentTokenMeta } from './document-token-meta.ts'
import { journal } from './beacon-journal.ts'

export interface BeaconOptions {
  /** The share of documents that report, of which this is one. */
  rate: number
  /** Versions by micro frontend. */
  releases: Record<string, string>
}

type Vitals = Partial<Record<'lcp' | 'inp' | 'cls' | 'ttfb', number>>

const address = '/_mall/beacon'
const settleMs = 500
/** Maximum number of reports per document. */
const mostReports = 30

/**
 * Reports that this document opened, its errors and, when it is left, its web vitals. Loaded late: the journal holds earlier
 * events. Reporting never delays the page, and stops when the first report is blocked.
 */
export function openBeacon({ rate, releases }: BeaconOptions): void {
  const token =
    window.document.querySelector<HTMLMetaElement>(`meta[name=${documentTokenMeta}]`)?.content ?? ''
  const [document] = token.split('.')
  const send = openLine()
  const vitals = new Map<string | undefined, Vitals>()
  let reports = 0
  let timer = 0

  function keep({ name, value, entries }: MetricType) {
    const page = pageAt(entries.at(-1)?.startTime ?? 0)
    vitals.set(page, { ...vitals.get(page), [name.toLowerCase()]: value })
    if (isHidden()) flushSoon(0)
  }

  function flush() {
    clearTimeout(timer)
    const page = pageAt(performance.now())
    const errors = takeErrors(releases)
    // Vitals belong to the page on which they were measured, even after a navigation.
    const told = new Map(vitals)
    vitals.clear()
    if (errors.length > 0 || reports === 0) told.set(page, told.get(page) ?? {})
    for (const [where, measured] of told) {
      if (reports++ >= mostReports) return
      const report = { document, token, page: where, releases, rate, vitals: measured }
      send(where === page ? { ...report, errors } : report)
    }
  }

  function flushSoon(ms: number) {
    clearTimeout(timer)
    timer = window.setTimeout(flush, ms)
  }

  onTTFB(keep)
  onLCP(keep)
  onINP(keep)
  onCLS(keep)
  // Registered after the listeners of web-vitals, which finalises its values on the same event.
  window.document.addEventListener('visibilitychange', () => isHidden() && flush())
  window.addEventListener('pagehide', flush)
  journal.onThrown = () => flushSoon(settleMs)
  flushSoon(settleMs)
}

function pageAt(ms: number): string | undefined {
  return journal.pages.findLast(({ sinceMs }) => sinceMs <= ms)?.page
}

interface ReportedError {
  release?: string
  foreign?: ForeignFault
  message: string
  count: number
}

/** Returns one entry per release and message. A foreign fault has no release. */
function takeErrors(releases: Record<string, string>) {
  const errors = new Map<string, ReportedError>()
  for (const thrown of journal.thrown.splice(0)) {
    const foreign = foreignFault(thrown, location.origin)
    const release = foreign ? undefined : releaseBehind(thrown, releases)
    const message = messageOf(thrown)
    const key = `${foreign ?? release} ${message}`
    const { count } = errors.get(key) ?? { count: 0 }
    errors.set(key, { release, foreign, message, count: count + 1 })
  }
  return [...errors.values()].slice(0, 10)
}

const isHidden = () => window.document.visibilityState === 'hidden'

/** Sends the first report by fetch, whose failure is visible: when it is blocked, no further report is sent. */
function openLine(): (report: object) => void {
  let line: 'new' | 'open' | 'dead' = 'new'
  return (report) => {
    const body = JSON.stringify(report)
    if (line === 'open') navigator.sendBeacon?.(address, body)
    if (line !== 'new') return
    line = 'open'
    fetch(address, { method: 'POST', body, keepalive: true }).then(
      ({ ok }) => (line = ok ? line : 'dead'),
      () => (line = 'dead'),
    )
  }
}
