import { LRUCache } from 'lru-cache'
import { counter } from '../telemetry.ts'
import { indexByEvent } from './index-by-event.ts'
import { openRecentEvents } from './recent-events.ts'

/** An answer that is the same for all shoppers, as a BFF gives it. */
export interface SharedAnswer {
  /** Undefined for an answer without data. */
  json: string | undefined
  /** 0: must not be remembered. */
  keepForSeconds: number
  /** Events after which it is wrong, as `<type>:<key>`. */
  forgetOn: string[]
}

export interface PublicAnswers {
  /**
   * Returns an answer that is remembered, else asks for it; concurrent calls with one key ask once. An answer that is due is given
   * and asked for anew meanwhile. The answer is JSON, undefined for one without data. @param ask throws as for a personal call; its failure is never remembered
   * @param used called with the remembered answer that is returned, or with undefined for one that is not remembered
   */
  get: (
    key: string,
    ask: () => Promise<SharedAnswer>,
    used?: (answer: RememberedAnswer | undefined) => void,
  ) => Promise<string | undefined>
  /** Whether this very answer is still given for the key. One that was asked for anew and is the same stays this very one. */
  remembers: (key: string, answer: RememberedAnswer) => boolean
  /** Whether the next call asks for the answer anew, because its time is nearly over. */
  isDue: (answer: RememberedAnswer) => boolean
  /** Takes the BFF host's next list of changes, and forgets the answers that they make wrong. */
  apply: (changes: { changed: string[]; missed: boolean }) => void
  /** Size of the remembered answers. */
  bytes: () => number
}

export interface PublicAnswersOptions {
  mostBytes?: number
  /** Whether a failure concerns only the caller for whom was asked: the next one asks for itself. */
  isOfOneCaller?: (error: unknown) => boolean
  now?: () => number
}

export interface RememberedAnswer {
  /** JSON; undefined for an answer without data. */
  json: string | undefined
  forgetOn: string[]
  /** When it is asked for anew, on the clock of its memory: before its time is over, so that no caller waits. */
  dueAtMs: number
}

/** What a call is given: `remembered` unless the answer is for this call only. */
interface Given {
  json: string | undefined
  remembered?: RememberedAnswer
}

const lookups = counter('mall_public_answers_total', 'Answers that are the same for all shoppers', ['from'])

/** Opens the memory of this process. It remembers nothing while the list of changes is silent. */
export function openPublicAnswers({
  mostBytes = 32e6,
  isOfOneCaller = () => false,
  now = () => performance.now(),
}: PublicAnswersOptions = {}): PublicAnswers {
  const byEvent = indexByEvent()
  const recent = openRecentEvents(now)
  const flights = new Map<string, Promise<Given>>()
  let appliedAt = Number.NEGATIVE_INFINITY
  const answers = new LRUCache<string, RememberedAnswer>({
    // At least a byte, which no answer fits: 0 would be no limit.
    maxSize: Math.max(1, mostBytes),
    maxEntrySize: Math.max(1, Math.floor(mostBytes / 16)),
    sizeCalculation: sizeOf,
    dispose: ({ forgetOn }, key) => byEvent.remove(key, forgetOn),
    perf: { now },
    ttlResolution: 0,
  })

  const isCurrent = () => now() - appliedAt <= silentMs

  async function fly(key: string, ask: () => Promise<SharedAnswer>): Promise<Given> {
    const askedAt = now()
    const { json, keepForSeconds, forgetOn } = await ask()
    if (keepForSeconds <= 0 || !isCurrent() || recent.overtook(askedAt, forgetOn)) return { json }
    const ttl = keepForSeconds * 1000
    const dueAtMs = askedAt + ttl * (earliestDue + Math.random() * (latestDue - earliestDue))
    const known = answers.peek(key)
    const answer = known && isSame(known, { json, forgetOn }) ? known : { json, forgetOn, dueAtMs }
    answer.dueAtMs = dueAtMs
    answers.set(key, answer, { ttl })
    if (!answers.has(key)) return { json }
    byEvent.add(key, forgetOn)
    return { json, remembered: answer }
  }

  function start(key: string, ask: () => Promise<SharedAnswer>): Promise<Given> {
    const flight = fly(key, ask).finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }

  /** Asks anew for an answer that is due. When that fails, it is given until its time is over. */
  function renew(key: string, answer: RememberedAnswer, ask: () => Promise<SharedAnswer>): void {
    if (flights.has(key)) return
    answer.dueAtMs = now() + retryMs
    start(key, ask).catch(() => {})
  }

  const isDue = ({ dueAtMs }: RememberedAnswer) => now() >= dueAtMs

  return {
    async get(key, ask, used) {
      const give = ({ json, remembered }: Given): string | undefined => {
        used?.(remembered)
        return json
      }
      const known = isCurrent() ? answers.get(key) : undefined
      lookups.inc({ from: known ? 'memory' : 'asked' })
      if (known && isDue(known)) renew(key, known, ask)
      if (known) return give({ json: known.json, remembered: known })
      for (let flight = flights.get(key); flight; flight = flights.get(key)) {
        try {
          return give(await flight)
        } catch (error) {
          if (!isOfOneCaller(error)) throw error
        }
      }
      return give(await start(key, ask))
    },
    isDue,
    remembers: (key, answer) => isCurrent() && answers.get(key) === answer,
    apply({ changed, missed }) {
      appliedAt = now()
      if (missed) answers.clear()
      recent.note(changed, missed)
      for (const event of changed) for (const key of byEvent.of(event)) answers.delete(key)
    },
    bytes: () => answers.calculatedSize,
  }
}

function isSame(a: Omit<RememberedAnswer, 'dueAtMs'>, b: Omit<RememberedAnswer, 'dueAtMs'>): boolean {
  return a.json === b.json && a.forgetOn.join() === b.forgetOn.join()
}

/** Strings of two bytes a character, and for each event the entries of the index. */
function sizeOf({ json = '', forgetOn }: RememberedAnswer, key: string): number {
  return 2 * (json.length + key.length) + forgetOn.reduce((sum, event) => sum + 2 * event.length + 100, 200)
}

/** When an answer is due, as shares of its time: at random, so that answers of one moment are not asked for at one moment. */
const earliestDue = 0.5
const latestDue = 0.9
/** Minimum time between two attempts to ask for an answer anew. */
const retryMs = 1000

/** Longest time without a list of changes; the BFF host sends one a second. */
const silentMs = 2500
