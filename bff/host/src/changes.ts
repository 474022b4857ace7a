import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Redis } from '@mallhive/service-kit/redis'
import { HttpError } from './http-error.ts'

/** Events of services by which remembered answers become wrong, as `<type>:<key>`. */
export interface Changes extends AsyncDisposable {
  /** Adds an event to the list of all instances. */
  note: (change: string) => Promise<void>
  /**
   * Returns the changes after an id of the list, waiting for the next one for up to a second. `missed`: there may have been
   * others, because the id is none of those held. @throws HttpError 503 while Redis does not answer
   */
  after: (id: string) => Promise<ChangeList>
}

export interface ChangeList {
  last: string
  changed: string[]
  missed: boolean
}

/** A Redis stream, whose ids grow with time on all instances. */
const stream = 'bff:changes'
const mostHeld = 10_000
const waitMs = 1000
/** Without an answer of Redis for this long the list may lack changes. */
const silentMs = 2500

/**
 * Opens the list of changes, which all instances read from one Redis stream: the queue of this part gives each event to one
 * instance only.
 */
export function openChanges(redis: Redis, log: Log): Changes {
  const reader = redis.duplicate()
  reader.on('error', () => {})
  let held: { id: string; change: string }[] = []
  /** All changes after this id are held; undefined until the stream was read. */
  let begins: string | undefined
  let last = ''
  let readAt = Number.NEGATIVE_INFINITY
  let arrival = Promise.withResolvers<void>()
  const stop = new AbortController()

  async function read(): Promise<void> {
    if (begins === undefined) {
      const [newest] = await reader.xrevrange(stream, '+', '-', 'COUNT', 1)
      begins = last = newest?.[0] ?? '0-0'
      readAt = performance.now()
    }
    const answer = await reader.xread('BLOCK', waitMs, 'STREAMS', stream, last)
    readAt = performance.now()
    const entries = answer?.[0]?.[1] ?? []
    if (entries.length === 0) return
    for (const [id, [, change = '']] of entries) held.push({ id, change })
    last = held.at(-1)?.id ?? last
    const dropped = held.splice(0, Math.max(0, held.length - mostHeld)).at(-1)
    if (dropped) begins = dropped.id
    arrival.resolve()
    arrival = Promise.withResolvers()
  }

  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        await read()
      } catch (error) {
        if (stop.signal.aborted) return
        log.warn({ err: error }, 'the list of changes cannot be read, retrying')
        await delay(waitMs)
      }
    }
  }
  const following = follow()

  return {
    async note(change) {
      await redis.xadd(stream, 'MAXLEN', '~', mostHeld, '*', 'change', change)
    },
    async after(id) {
      if (id !== '' && isHeld(id) && !isBefore(id, last)) await Promise.race([arrival.promise, delay(waitMs)])
      if (performance.now() - readAt > silentMs)
        throw new HttpError(503, 'UNAVAILABLE', 'The list of changes cannot be read.')
      if (id === '' || !isHeld(id)) return { last, changed: [], missed: true }
      const news = held.filter((it) => isBefore(id, it.id))
      return { last: news.at(-1)?.id ?? id, changed: news.map(({ change }) => change), missed: false }
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      reader.disconnect()
      await following
    },
  }

  function isHeld(id: string): boolean {
    return begins !== undefined && !isBefore(id, begins)
  }
}

/** Compares ids of a Redis stream: `<ms>-<number>`. */
function isBefore(a: string, b: string): boolean {
  const [aMs = 0, aNumber = 0] = a.split('-').map(Number)
  const [bMs = 0, bNumber = 0] = b.split('-').map(Number)
  return aMs < bMs || (aMs === bMs && aNumber < bNumber)
}
