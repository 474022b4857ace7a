import type { DescMessage, MessageShape } from '@bufbuild/protobuf'
import { anyUnpack } from '@bufbuild/protobuf/wkt'
import type { Envelope } from '@mallhive/contracts/events'
import { topicOf } from './bus.ts'
import type { Tx } from './db.ts'
import type { Log } from './telemetry.ts'

export { type Consumer, startConsumer } from './consumer.ts'

export interface EventContext {
  /** The transaction that also holds the inbox row: what is written through it happens once per event. */
  tx: Tx
  envelope: Envelope
  log: Log
}

/** An event type and what a service does about it. */
export interface Subscription {
  desc: DescMessage
  topic: string
  handle(envelope: Envelope, context: EventContext): Promise<void>
}

/** Subscribes a handler to an event type, by default on the topic of the service that owns the type. */
export function on<D extends DescMessage>(
  desc: D,
  handler: (event: MessageShape<D>, context: EventContext) => Promise<void>,
  options: { topic?: string } = {},
): Subscription {
  return {
    desc,
    topic: options.topic ?? topicOf(desc.typeName),
    async handle(envelope, context) {
      const event = envelope.payload && anyUnpack(envelope.payload, desc)
      if (!event) throw new Error(`the payload of ${envelope.id} is not a ${desc.typeName}`)
      await handler(event, context)
    },
  }
}
