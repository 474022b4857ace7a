import { ReleaseHealthService } from '@mallhive/contracts/release-health'
import type { Log } from '@mallhive/process-kit/telemetry'
import { partToken, readPartKey } from '@mallhive/release-runtime/trust/part-token'

/** A document that was served, and the micro frontends that failed in it on the server. */
interface ServedDocument {
  servedAtMs: number
  releases: { name: string; version: string }[]
  failed: ReadonlySet<string>
}

/** Counts served documents by release and minute for release-health; without these counts no rollout advances. */
export interface ServedDocuments extends AsyncDisposable {
  count: (document: ServedDocument) => void
  /** Sends the totals that have changed. @throws when release-health does not take them; they are sent again later */
  flush: () => Promise<void>
}

interface Minute {
  mfe: string
  version: string
  minute: string
  documents: number
  failedDocuments: number
}

const { recordServed } = ReleaseHealthService.method
const { typeName } = ReleaseHealthService
const flushMs = 2000
const timeoutMs = 5000
const mostPerRequest = 500
/** About a day of ten releases. While release-health is down for longer, the oldest minutes are forgotten. */
const mostMinutes = 15_000

/**
 * Opens the counts of this process. Totals of a minute are sent under the process's random id and only grow, so a request may be
 * repeated, and several processes add up. Counts nothing without RELEASE_HEALTH_URL and PART_KEY.
 */
export function openServedDocuments(
  { RELEASE_HEALTH_URL: url, PART_KEY }: { RELEASE_HEALTH_URL?: string; PART_KEY?: string },
  log: Pick<Log, 'warn'>,
): ServedDocuments {
  if (!url || !PART_KEY) return { count() {}, async flush() {}, async [Symbol.asyncDispose]() {} }
  const key = readPartKey(PART_KEY)
  const id = crypto.randomUUID()
  const minutes = new Map<string, Minute>()
  const changed = new Set<string>()

  function count({ servedAtMs, releases, failed }: ServedDocument): void {
    const minute = new Date(Math.floor(servedAtMs / 60_000) * 60_000).toISOString()
    for (const { name, version } of releases) {
      const entry = `${minute} ${name}@${version}`
      const total = minutes.get(entry) ?? { mfe: name, version, minute, documents: 0, failedDocuments: 0 }
      total.documents += 1
      if (failed.has(name)) total.failedDocuments += 1
      minutes.set(entry, total)
      changed.add(entry)
    }
    for (const oldest of minutes.keys()) {
      if (minutes.size <= mostMinutes) break
      minutes.delete(oldest)
      changed.delete(oldest)
    }
  }

  async function flush(): Promise<void> {
    for (const [entry, { minute }] of minutes)
      if (!changed.has(entry) && Date.now() - Date.parse(minute) > 10 * 60_000) minutes.delete(entry)
    while (changed.size > 0) {
      const entries = [...changed].slice(0, mostPerRequest)
      for (const entry of entries) changed.delete(entry)
      try {
        // oxlint-disable-next-line no-await-in-loop -- one request after the other
        await send(entries.flatMap((entry) => minutes.get(entry) ?? []))
      } catch (error) {
        for (const entry of entries) if (minutes.has(entry)) changed.add(entry)
        throw error
      }
    }
  }

  async function send(totals: Minute[]): Promise<void> {
    const answer = await fetch(`${url}/${typeName}/${recordServed.name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${partToken('shell', typeName, key)}`,
      },
      body: JSON.stringify({ process: id, minutes: totals }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`release-health answered ${answer.status}`)
  }

  let underWay: Promise<void> | undefined
  const flushOnce = () => (underWay ??= flush().finally(() => (underWay = undefined)))
  const timer = setInterval(() => {
    flushOnce().catch((error: unknown) =>
      log.warn({ err: error }, 'sending the counts of served documents failed, retrying'),
    )
  }, flushMs).unref()

  return {
    count,
    flush: flushOnce,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await flushOnce().catch((error: unknown) =>
        log.warn({ err: error }, 'counts of served documents are lost'),
      )
    },
  }
}
