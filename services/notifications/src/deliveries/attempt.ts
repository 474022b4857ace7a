import { timestampNow } from '@bufbuild/protobuf/wkt'
import { DeliveryState as WireState, NotificationSentSchema } from '@mallhive/contracts/notifications'
import { eventInsert } from '@mallhive/service-kit/outbox'
import { and, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { MailRefused } from '../mail/mailer.ts'
import { delivery, type DeliveryFailure, outbox } from '../schema.ts'
import { templates } from './templates.ts'

export type Claimed = typeof delivery.$inferSelect

/** Timeout of an attempt; shorter than the lease of a claim. */
const sendTimeoutMs = 60_000

/** Attempts before a delivery is dead; with the pauses between them about a day. */
const maxAttempts = 12

/**
 * Sends one claimed delivery, outside of any transaction, and records the outcome. The Message-ID derives from the delivery, so
 * that receivers can deduplicate a mail that is sent again after a crash.
 */
export async function attempt(deps: AttemptDeps, row: Claimed): Promise<void> {
  const failure = await send(deps, row)
  if (failure === undefined) return recordSent(deps, row)
  const isDead = failure === 'REFUSED' || failure === 'BAD_RECIPIENT' || row.attempt >= maxAttempts
  deps.log.warn({ deliveryId: row.id, failure, attempt: row.attempt, dead: isDead }, 'delivery failed')
  await deps.db
    .update(delivery)
    .set({
      state: isDead ? 'dead' : 'failed',
      failure,
      dueAt: isDead ? null : sql`now() + make_interval(secs => ${deps.retrySeconds(row.attempt)}::float8)`,
    })
    .where(isStill(row))
}

export interface AttemptDeps extends Pick<Deps, 'db' | 'mailer' | 'config' | 'log'> {
  retrySeconds: (attempt: number) => number
}

async function send(
  { mailer, config, log }: AttemptDeps,
  { id, recipient, template, facts }: Claimed,
): Promise<DeliveryFailure | undefined> {
  const render = templates[template]
  if (!render || facts === null) return 'NOT_RENDERED'
  const content = await render(facts, config.PUBLIC_ORIGIN).catch((error: unknown) => {
    log.error({ err: error, deliveryId: id, template }, 'mail not rendered')
  })
  if (!content) return 'NOT_RENDERED'
  try {
    await mailer.send({ id, to: recipient, ...content }, AbortSignal.timeout(sendTimeoutMs))
    return undefined
  } catch (error) {
    log.warn({ err: error, deliveryId: id }, 'mail not sent')
    return error instanceof MailRefused ? 'REFUSED' : 'UNREACHABLE'
  }
}

async function recordSent({ db }: AttemptDeps, row: Claimed): Promise<void> {
  const { id, eventId, channel, template, recipient, attempt: attempts } = row
  const state = WireState.SENT
  const sent = {
    delivery: { id, eventId, channel, template, recipient, state, attempts, sentAt: timestampNow() },
  }
  await db.execute(sql`
    with done as (
      update ${delivery} set state = 'sent', sent_at = now(), due_at = null, failure = null, facts = null
      where ${isStill(row)} returning id)
    ${eventInsert(outbox, NotificationSentSchema, sent, id, sql`from done`)}`)
}

/** Fences the update: a later attempt of any process has another number. */
const isStill = ({ id, attempt: number }: Claimed) =>
  and(eq(delivery.id, id), eq(delivery.state, 'sending'), eq(delivery.attempt, number))
