import { setTimeout as delay } from 'node:timers/promises'
import { createRegistry, fromJson, type JsonValue } from '@bufbuild/protobuf'
import { timestampMs } from '@bufbuild/protobuf/wkt'
import { type Envelope, EnvelopeSchema } from '@mallhive/contracts/events'
import { SpanKind } from '@opentelemetry/api'
import { sql } from 'drizzle-orm'
import { type Bus, gatherMs, type Received } from './bus.ts'
import type { Db } from './db.ts'
import type { Inbox } from './inbox.ts'
import { startMeasuring } from './queue-metrics.ts'
import type { Subscription } from './subscribe.ts'
import { whenAvailable } from './when-available.ts'
import { gauge, histogram, inSpan, type Log, unmeasured } from '@mallhive/process-kit/telemetry'

/**
 * Handles the events of a service's queue until it is disposed of. Written here instead of using `sqs-consumer`, which
 * deletes messages one call each or waits for the slowest of a batch, and whose stop aborts deletes or waits for the
 * long poll to end.
 */
export interface Consumer extends AsyncDisposable {
  /** Waits until the queue has no deliverable message left; returns the number of events handled meanwhile. */
  drain(): Promise<number>
}

/** Messages per receive call, the most that SQS allows. */
const batchSize = 10

/** Visibility timeout of a message in handling, and the interval at which it is extended. */
const hiddenSeconds = 30
const extendEveryMs = 10_000

/** Time limit for one handler. Afterwards the message is scheduled for redelivery and the next ones are read. */
const handlerTimeoutMs = 60_000

/** How long a stopping consumer waits for running handlers. Unfinished messages are delivered again. */
const stopTimeoutMs = 10_000

const lagName = 'consumer_lag_seconds'
const lag = gauge(lagName, 'Age of the event last handled, 0 before the first', ['consumer'])
const ages = histogram(
  'event_age_seconds',
  'Time from an event to the end of its handling, or to its failure',
  ['consumer', 'type', 'outcome'],
  [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800],
)

/** A consumer with an inbox. */
interface Noted {
  db: Pick<Db, 'transaction' | 'execute'>
  inbox: Inbox
  subscriptions: Subscription[]
}

/** A consumer of a part without a database, whose handlers may all run more than once. */
interface Unnoted {
  db?: undefined
  inbox?: undefined
  subscriptions: Extract<Subscription, { repeatable: true }>[]
}

/**
 * Starts a service's consumer. Delivery is at least once; the inbox row and the effect share one transaction, so each
 * event takes effect exactly once. When a handler throws, the message is retried with growing delays (`retrySeconds`);
 * after five deliveries the queue's redrive policy moves it to `mallhive-<service>-dlq`. A message of a subscription that
 * `waits` is kept, and no other one read, while its handler fails with an `unavailable` refusal.
 */
export async function startConsumer(
  options: {
    service: string
    bus: Bus
    log: Log
    retrySeconds?: (attempt: number) => number
    limits?: { extendEveryMs: number; handlerTimeoutMs: number; stopTimeoutMs: number }
  } & (Noted | Unnoted),
): Promise<Consumer> {
  const { service, db, inbox, bus, log } = options
  const subscriptions: Subscription[] = options.subscriptions
  const limits = options.limits ?? { extendEveryMs, handlerTimeoutMs, stopTimeoutMs }
  const retrySeconds = options.retrySeconds ?? ((attempt) => 2 ** attempt)
  const registry = createRegistry(...subscriptions.map((s) => s.desc))
  const byType = new Map(subscriptions.map((s) => [s.desc.typeName, s]))
  const queue = await bus.openQueue(service, [...sourcesOf(subscriptions)])
  lag.set({ consumer: service }, 0)
  const stop = new AbortController()
  /** Failed messages that wait for their retry: message id → time of the next delivery, in ms since 1970. */
  const postponed = new Map<string, number>()
  let handled = 0

  const read = (message: Received) => {
    const envelope = fromJson(EnvelopeSchema, envelopeOf(message.body), {
      registry,
      ignoreUnknownFields: true,
    })
    const subscription = byType.get(envelope.type)
    if (!subscription) throw new Error(`no handler for ${envelope.type}`)
    const eventLog = log.child({ event: envelope.type, eventId: envelope.id, attempt: message.attempt })
    return { envelope, subscription, eventLog }
  }
  const ageOf = ({ occurredAt }: Envelope) =>
    occurredAt ? (Date.now() - timestampMs(occurredAt)) / 1000 : undefined
  const noteLag = (envelope: Envelope) => {
    const age = ageOf(envelope)
    if (age !== undefined) lag.set({ consumer: service }, age)
  }
  const noteOutcome = (envelope: Envelope, outcome: 'handled' | 'failed') =>
    ages.observe({ consumer: service, type: envelope.type, outcome }, ageOf(envelope) ?? 0)
  const apply = async ({ envelope, subscription, eventLog }: ReturnType<typeof read>): Promise<void> => {
    await inSpan(`process ${envelope.type}`, SpanKind.CONSUMER, envelope.traceparent, async () => {
      if (subscription.repeatable) {
        await subscription.handle(envelope, { envelope, log: eventLog })
        handled++
        return
      }
      if (!db || !inbox) throw new Error(`no inbox for ${envelope.type}`)
      const isNew = await db.transaction(async (tx) => {
        const row = await tx.execute(
          sql`insert into ${inbox} (event_id) values (${envelope.id}) on conflict do nothing`,
        )
        if (row.rowCount !== 1) return false
        await subscription.handle(envelope, { tx, envelope, log: eventLog })
        return true
      })
      if (isNew) handled++
    })
    noteLag(envelope)
  }
  const applyWhenAvailable = (event: ReturnType<typeof read>): Promise<void> => {
    const once = () => within(limits.handlerTimeoutMs, apply(event))
    if (!event.subscription.repeatable || !event.subscription.waits) return once()
    return whenAvailable(once, {
      pauseSeconds: retrySeconds,
      signal: stop.signal,
      onWait(error, tries) {
        noteLag(event.envelope)
        if (tries === 1) event.eventLog.warn({ err: error }, 'the queue waits for what its events need')
      },
    })
  }
  const hide = (message: Received, seconds: number) =>
    bus.hide(queue, message.receipt, seconds).catch((error: unknown) => {
      log.warn({ err: error, messageId: message.id }, 'visibility timeout of a message could not be changed')
    })
  /** Returns the message's receipt when it was handled and may be deleted, else nothing. */
  const handle = async (message: Received): Promise<string[]> => {
    postponed.delete(message.id)
    const extending = setInterval(() => void hide(message, hiddenSeconds), limits.extendEveryMs)
    try {
      const event = read(message)
      await applyWhenAvailable(event).catch((error: unknown) => {
        noteOutcome(event.envelope, 'failed')
        throw error
      })
      noteOutcome(event.envelope, 'handled')
      return [message.receipt]
    } catch (error) {
      log.error(
        { err: error, messageId: message.id, attempt: message.attempt },
        'event handler failed, retrying',
      )
      const seconds = retrySeconds(message.attempt)
      postponed.set(message.id, Date.now() + seconds * 1000)
      clearInterval(extending)
      await hide(message, seconds)
      return []
    } finally {
      clearInterval(extending)
    }
  }
  const pump = async (waitSeconds: number) => {
    const messages = await bus.receive(queue, waitSeconds, stop.signal)
    const done = await Promise.all(messages.map(handle))
    await bus.remove(queue, done.flat())
    return messages.length
  }
  const work = async () => {
    while (!stop.signal.aborted) {
      try {
        const taken = await pump(20)
        if (taken > 0 && taken < batchSize) await delay(gatherMs, undefined, { signal: stop.signal })
      } catch (error) {
        if (stop.signal.aborted) return
        unmeasured(lagName, { consumer: service })
        log.warn({ err: error }, 'queue cannot be read, retrying')
        await pause(1_000)
      }
    }
  }
  const measured = startMeasuring(bus, queue, service, log)
  const prune = setInterval(() => {
    stillPostponed(postponed)
    if (!db || !inbox) return
    const old = sql`delete from ${inbox} where event_id in
      (select event_id from ${inbox} where handled_at < now() - interval '30 days' limit 1000)`
    db.execute(old).catch((error: unknown) => {
      log.warn({ err: error }, 'handled events could not be deleted, retrying')
    })
  }, 60_000)
  const working = work()

  return {
    async drain() {
      const before = handled
      for (;;) {
        const taken = await pump(0)
        const { visible, hidden } = await bus.depth(queue)
        if (taken === 0 && visible === 0 && hidden <= stillPostponed(postponed)) return handled - before
        // Hidden messages are in handling by the background loop.
        await pause(5)
      }
    },
    async [Symbol.asyncDispose]() {
      clearInterval(prune)
      measured[Symbol.dispose]()
      stop.abort()
      await within(limits.stopTimeoutMs, working).catch((error: unknown) => {
        log.warn({ err: error }, 'stopped before every event was handled: they will be delivered again')
      })
    },
  }
}

/** Returns the envelope of a message: the message itself from SNS, the detail of an event from EventBridge. */
function envelopeOf(body: string): JsonValue {
  const json: JsonValue = JSON.parse(body)
  const bridged = typeof json === 'object' && json !== null && !Array.isArray(json) && json['detail-type']
  return bridged ? (json['detail'] ?? null) : json
}

function stillPostponed(postponed: Map<string, number>): number {
  for (const [id, untilMs] of postponed) if (untilMs <= Date.now()) postponed.delete(id)
  return postponed.size
}

function* sourcesOf(subscriptions: Subscription[]) {
  for (const [topic, group] of Map.groupBy(subscriptions, (s) => s.topic)) {
    yield { topic, types: group.map((s) => s.desc.typeName) }
  }
}

/** Rejects when `work` takes longer than `ms`. The work itself goes on; its inbox row prevents a second effect. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
