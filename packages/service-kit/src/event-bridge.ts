import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'

import { batches, type Outgoing } from './event-batches.ts'

/**
 * Opens a publisher that puts events on an EventBridge bus: the topic is their source, the event type their detail type, the
 * envelope their detail. PutEvents succeeds in part, so only the ids of accepted entries are returned; the relay sends the
 * others again. The client ends with it.
 */
export function openEventBridge(
  client: EventBridgeClient,
  EventBusName: string,
): Disposable & { publish(topic: string, events: Outgoing[]): Promise<string[]> } {
  return {
    async publish(Source, events) {
      const accepted = await Promise.all(
        batches(events).map(async (batch) => {
          const { Entries = [] } = await client.send(
            new PutEventsCommand({
              Entries: batch.map(({ type, body }) => ({
                EventBusName,
                Source,
                DetailType: type,
                Detail: body,
              })),
            }),
          )
          // Answers stand in the order of the entries.
          return batch.filter((_, i) => Entries[i]?.EventId).map(({ id }) => id)
        }),
      )
      return accepted.flat()
    },
    [Symbol.dispose]: () => client.destroy(),
  }
}
