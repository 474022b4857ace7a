import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Client, type Pool, type PoolClient } from 'pg'
import { type Bus, gatherMs } from './bus.ts'
import type { Db, Executor } from './db.ts'
import { type Outbox, outboxChannel } from './outbox.ts'
import { counter, gauge, type Log, setMeasured } from '@mallhive/process-kit/telemetry'

const batchSize = 100
const pollMs = 1_000
const keepSent = '3 days'
const lockedPauseMs = 25

const backlog = 'outbox_backlog_age_seconds'
gauge(backlog, 'Age of the oldest unsent event', ['topic'])

/** Business metrics, too: an order is placed when its event is published. An event that is sent twice counts twice. */
const published = counter('events_published_total', 'Events that the bus has accepted', ['topic', 'type'])

/** Publishes committed events of an outbox to the bus. */
export interface Relay extends AsyncDisposable {
  /** Publishes all unsent events; returns their number. */
  drain(): Promise<number>
}

/**
 * Starts publishing an outbox's rows to `topic`: woken by NOTIFY, and by a poll for missed notifications. Any number of
 * relays may share an outbox: a session lock lets one send at a time, in row order, and no transaction is open during a
 * call to the bus. A row is marked sent after the bus has accepted it, so an event is published at least once, also
 * when a process dies in between.
 */
export function startRelay(options: {
  db: Pick<Db, '$client' | 'execute'>
  outbox: Outbox
  bus: Pick<Bus, 'publish'>
  topic: string
  log: Log
  /** Called after any instance wrote an event, and when a notification may have been missed. */
  onOutboxChange?: () => void
}): Relay {
  const { db, outbox, bus, topic, log, onOutboxChange } = options
  const stop = new AbortController()
  let running: Promise<number> = Promise.resolve(0)

  let waiting = false
  let lastMs = 0
  let lookAgain: NodeJS.Timeout | undefined

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
    alone(db.$client, outboxChannel(outbox), async (session) => {
      const { rows } = await session.execute<{ id: string; type: string; body: string }>(
        sql`select id, type, body from ${outbox} where sent_at is null order by id limit ${batchSize}`,
      )
      if (rows.length === 0) return { taken: 0, sent: 0 }
      const sent = await bus.publish(topic, rows)
      for (const { id, type } of rows) if (sent.includes(id)) published.inc({ topic, type })
      await session.execute(
        sql`update ${outbox} set sent_at = now() where id = any(${sql.param(sent)}::uuid[])`,
      )
      return { taken: rows.length, sent: sent.length }
    })

  // Wake-ups during a running batch are merged into one more run. What is written while others wait notifies of nothing, so a
  // batch is followed by another look.
  const wake = () => {
    if (stop.signal.aborted || waiting) return
    waiting = true
    const afterThis = async () => {
      const restMs = lastMs + gatherMs - Date.now()
      if (restMs > 0) await delay(restMs, undefined, { signal: stop.signal }).catch(() => {})
      waiting = false
      lastMs = Date.now()
      const sent = await sendAll()
      if (sent > 0 && !stop.signal.aborted) lookAgain = setTimeout(lookNow, gatherMs)
      return sent
    }
    running = running.catch(() => 0).then(afterThis)
    running.catch((error) => log.warn({ err: error, topic }, 'outbox could not be sent, retrying'))
  }
  const look = async () => {
    const { rows } = await db.execute(sql`select 1 from ${outbox} where sent_at is null limit 1`)
    if (rows.length > 0) wake()
  }
  const backlogAge = async () => {
    const { rows } = await db.execute<{ age: number }>(
      sql`select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age from ${outbox} where sent_at is null`,
    )
    return rows[0]?.age ?? 0
  }
  const prune = () =>
    db.execute(sql`delete from ${outbox} where id in
      (select id from ${outbox} where sent_at < now() - ${keepSent}::interval limit 1000)`)

  const lookNow = () => {
    look().catch((error) => log.warn({ err: error, topic }, 'outbox could not be read, retrying'))
  }
  const poll = setInterval(lookNow, pollMs)
  const sweep = setInterval(() => {
    void setMeasured(backlog, { topic }, backlogAge, log)
    prune().catch((error) => log.warn({ err: error, topic }, 'sent events could not be deleted, retrying'))
  }, 15_000)
  const ears = listen(
    db.$client.options.connectionString ?? '',
    outboxChannel(outbox),
    () => (onOutboxChange?.(), wake()),
    stop.signal,
    log,
  )
  wake()

  return {
    drain,
    async [Symbol.asyncDispose]() {
      stop.abort()
      clearInterval(poll)
      clearTimeout(lookAgain)
      clearInterval(sweep)
      await Promise.allSettled([running, ears])
    },
  }
}

/** Runs `work` while holding the session advisory lock `name`. */
async function alone<T>(pool: Pool, name: string, work: (session: Executor) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    // Polls instead of waiting for the lock: a waiting statement is an open transaction, too.
    while (!(await tryLock(client, name))) await delay(lockedPauseMs)
    const result = await work(drizzle(client))
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
    client.release()
    return result
  } catch (error) {
    // Destroys the connection, which releases the lock.
    client.release(true)
    throw error
  }
}

async function tryLock(client: PoolClient, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
    [name],
  )
  return rows[0]?.taken ?? false
}

/**
 * Listens on one connection; reconnects one second after it is lost. `onWake` runs after each notification and each
 * connect.
 */
async function listen(
  url: string,
  channel: string,
  onWake: () => void,
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
      client.on('notification', onWake)
      await client.query(`listen ${channel}`)
      onWake()
      await lost
    } catch (error) {
      log.debug({ err: error }, 'cannot listen for outbox notifications; polling')
      await new Promise((resolve) => setTimeout(resolve, signal.aborted ? 0 : 1_000))
    } finally {
      await client.end().catch(() => {})
    }
  }
}
