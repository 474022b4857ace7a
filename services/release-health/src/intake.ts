import type { Db } from '@mallhive/service-kit/db'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Config } from './config.ts'
import { accepted, dropped, foreign, unattributed, waiting } from './counters.ts'
import type { AdmittedReport } from './admit.ts'
import type { Received } from './rollup/count.ts'
import { write } from './rollup/write.ts'
import type * as schema from './schema.ts'

/** Queue of reports for the database. */
export interface Intake extends AsyncDisposable {
  /** Queues a report, or drops and counts it when the queue is full. Never waits. */
  take(report: AdmittedReport): void
  /** Waits until all queued reports are written. */
  drain(): Promise<void>
}

const minuteOf = (ms: number) => Math.floor(ms / 60_000) * 60_000

/**
 * Opens a bounded queue, so that a flood or a database outage loses reports instead of exhausting memory. Reports are written in
 * batches; a batch that cannot be written stays at the head of the queue.
 */
export function openIntake(
  { db, log, now }: { db: Db<typeof schema>; log: Log; now: () => number },
  config: Pick<Config, 'QUEUE_LIMIT' | 'BATCH_SIZE' | 'FLUSH_MS' | 'RELEASES_PER_MINUTE'>,
): Intake {
  const queue: Received[] = []
  let heard = { minuteMs: 0, releases: new Set<string>() }
  let flushing: Promise<void> | undefined

  /** Bounds the rows that forged release names can create. */
  const isKnown = (report: AdmittedReport, minuteMs: number) => {
    if (heard.minuteMs !== minuteMs) heard = { minuteMs, releases: new Set() }
    const named = Object.entries(report.releases).map((pair) => pair.join('@'))
    const all = new Set([...heard.releases, ...named])
    if (all.size > config.RELEASES_PER_MINUTE) return false
    heard.releases = all
    return true
  }

  const flush = async () => {
    const batch = queue.slice(0, config.BATCH_SIZE)
    if (batch.length === 0) return
    await write(db, batch)
    queue.splice(0, batch.length)
    waiting.set(queue.length)
  }
  const flushOnce = () => (flushing ??= flush().finally(() => (flushing = undefined)))
  const timer = setInterval(() => {
    flushOnce().catch((error) =>
      log.warn({ err: error, waiting: queue.length }, 'writing reports failed, retrying'),
    )
  }, config.FLUSH_MS)

  const drain = async () => {
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    while (queue.length > 0) await flushOnce()
  }
  return {
    take(report) {
      if (queue.length >= config.QUEUE_LIMIT) return dropped.inc({ why: 'queue_full' })
      if (!isKnown(report, minuteOf(now()))) return dropped.inc({ why: 'too_many_releases' })
      queue.push({ ...report, minuteMs: minuteOf(report.servedAtMs) })
      accepted.inc()
      for (const error of report.errors) {
        if (error.foreign) foreign.inc({ fault: error.foreign })
        else if (!error.release) unattributed.inc()
      }
      waiting.set(queue.length)
    },
    drain,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await drain().catch((error) => log.warn({ err: error, lost: queue.length }, 'reports lost at shutdown'))
    },
  }
}
