import type { DescMessage, MessageShape } from '@bufbuild/protobuf'
import { anyUnpack } from '@bufbuild/protobuf/wkt'
import type { Envelope } from '@mallhive/contracts/events'
import { topicOf } from './bus.ts'
import type { Tx } from './db.ts'
import type { Log } from '@mallhive/process-kit/telemetry'

export interface EventContext {
  /** The transaction of the inbox row: writes through it happen once per event. */
  tx: Tx
  envelope: Envelope
  log: Log
}

type RepeatableContext = Omit<EventContext, 'tx'>

/** An event type and its handler. */
export type Subscription = { desc: DescMessage; topic: string } & (
  | { repeatable: false; handle(envelope: Envelope, context: EventContext): Promise<void> }
  | {
      repeatable: true
      /** Whether the queue waits while the handler fails with `unavailable`. */
      waits: boolean
      handle(envelope: Envelope, context: RepeatableContext): Promise<void>
    }
)

/** Subscribes a handler to an event type, by default on the topic of the service that owns the type. */
export function on<D extends DescMessage>(
  desc: D,
  handler: (event: MessageShape<D>, context: EventContext) => Promise<void>,
  options: { topic?: string } = {},
): Subscription {
  return {
    desc,
    topic: options.topic ?? topicOf(desc.typeName),
    repeatable: false,
    handle: (envelope, context) => handler(payloadOf(envelope, desc), context),
  }
}

/**
 * Subscribes a handler that may run more than once for an event. It gets no transaction and no inbox row, which are
 * most of an event's cost. With `waits`, its queue stands still while it fails with an `unavailable` refusal or without
 * its database, and goes on by itself: for a handler whose store is down for the next events, too. Otherwise an outage
 * of a minute makes dead letters.
 */
export function onRepeatable<D extends DescMessage>(
  desc: D,
  handler: (event: MessageShape<D>, context: RepeatableContext) => Promise<void>,
  options: { waits?: boolean } = {},
): Extract<Subscription, { repeatable: true }> {
  return {
    desc,
    topic: topicOf(desc.typeName),
    repeatable: true,
    waits: options.waits ?? false,
    handle: (envelope, context) => handler(payloadOf(envelope, desc), context),
  }
}

function payloadOf<D extends DescMessage>({ id, payload }: Envelope, desc: D): MessageShape<D> {
  const event = payload && anyUnpack(payload, desc)
  if (!event) throw new Error(`the payload of ${id} is not a ${desc.typeName}`)
  return event
}
