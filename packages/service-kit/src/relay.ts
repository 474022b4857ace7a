import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { type Bus, gatherMs } from './bus.ts'
import type { Db } from './db.ts'
import { type Outbox, outboxChannel } from './outbox.ts'
import { gauge, type Log } from '@mallhive/process-kit/telemetry'

const batchSize = 100
const pollMs = 1_000
const keepSent = '3 days'

const backlog = gauge('outbox_backlog_age_seconds', 'Age of the oldest unsent event', ['topic'])

/** Moves committed events from an outbox to the bus. */
export interface Relay extends AsyncDisposable {
  /** Sends everything unsent now; answers how many events that were. */
  drain(): Promise<number>
}

/**
 * Starts handing an outbox's rows to `topic`: woken by NOTIFY, and by a poll for what was written while nobody
 * listened. Any number of relays may share an outbox; rows are claimed FOR UPDATE SKIP LOCKED and marked sent in the
 * same transaction, so an event is published at least once, also when a process dies between commit and publish.
 */
export function startRelay(options: {
  db: Pick<Db, '$client' | 'transaction' | 'execute'>
  outbox: Outbox
  bus: Pick<Bus, 'publish'>
  topic: string
  log: Log
  /** Called when anybody, here or in another instance, has written an event, and when such news may have been missed. */
  heard?: () => void
}): Relay {
  const { db, outbox, bus, topic, log, heard } = options
  const stop = new AbortController()
  let running: Promise<number> = Promise.resolve(0)

  let waiting = false
  let lastMs = 0

  const drain = () => (running = running.catch(() => 0).then(sendAll))
  const sendAll = async () => {
    let total = 0
    for (;;) {
      const { taken, sent } = await sendBatch()
      total += sent
      if (taken < batchSize || sent < taken) return total
    }
  }
  const sendBatch = () =>
    db.transaction(async (tx) => {
      const { rows } = await tx.execute<{ id: string; type: string; body: string }>(sql`
        select id, type, body from ${outbox} where sent_at is null order by id limit ${batchSize} for update skip locked`)
      if (rows.length === 0) return { taken: 0, sent: 0 }
      const sent = await bus.publish(topic, rows)
      await tx.execute(sql`update ${outbox} set sent_at = now() where id = any(${sql.param(sent)}::uuid[])`)
      return { taken: rows.length, sent: sent.length }
    })

  // However many wake-ups come while one batch is under way, one more look is enough.
  const wake = () => {
    if (stop.signal.aborted || waiting) return
    waiting = true
    const afterThis = async () => {
      const restMs = lastMs + gatherMs - Date.now()
      if (restMs > 0) await delay(restMs, undefined, { signal: stop.signal }).catch(() => {})
      waiting = false
      lastMs = Date.now()
      return sendAll()
    }
    running = running.catch(() => 0).then(afterThis)
    running.catch((error) =>
      log.warn({ err: error, topic }, 'the outbox could not be drained; will try again'),
    )
  }
  const look = async () => {
    const { rows } = await db.execute(sql`select 1 from ${outbox} where sent_at is null limit 1`)
    if (rows.length > 0) wake()
  }
  const measure = async () => {
    const { rows } = await db.execute<{ age: number }>(
      sql`select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age from ${outbox} where sent_at is null`,
    )
    backlog.set({ topic }, rows[0]?.age ?? 0)
  }
  const prune = () =>
    db.execute(sql`delete from ${outbox} where id in
      (select id from ${outbox} where sent_at < now() - ${keepSent}::interval limit 1000)`)

  const poll = setInterval(() => void look().catch(() => {}), pollMs)
  const sweep = setInterval(() => void Promise.all([measure(), prune()]).catch(() => {}), 15_000)
  const ears = listen(
    db.$client.options.connectionString ?? '',
    outboxChannel(outbox),
    () => (heard?.(), wake()),
    stop.signal,
    log,
  )
  wake()

  return {
    drain,
    async [Symbol.asyncDispose]() {
      stop.abort()
      clearInterval(poll)
      clearInterval(sweep)
      await Promise.allSettled([running, ears])
    },
  }
}

/** Holds one connection that listens, and opens another one a second after it is lost. */
async function listen(
  url: string,
  channel: string,
  hear: () => void,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  while (!signal.aborted) {
    const client = new Client({ connectionString: url })
    try {
      const lost = new Promise<void>((resolve) => {
        client.on('error', () => resolve())
        client.on('end', () => resolve())
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
      await client.connect()
      client.on('notification', hear)
      await client.query(`listen ${channel}`)
      hear()
      await lost
    } catch (error) {
      log.debug({ err: error }, 'cannot listen for outbox notifications; polling')
      await new Promise((resolve) => setTimeout(resolve, signal.aborted ? 0 : 1_000))
    } finally {
      await client.end().catch(() => {})
    }
  }
}
