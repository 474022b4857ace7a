import { z } from 'zod'

/** What all events have; the payload is stored as it is. */
const envelope = z.looseObject({
  id: z.uuid(),
  // It becomes part of a key.
  type: z.string().regex(/^[A-Za-z][\w.]{0,200}$/),
  occurredAt: z.iso.datetime({ offset: true }),
})
/** An event that EventBridge has brought. */
const bridged = z.object({ 'detail-type': z.string(), detail: envelope }).transform(({ detail }) => detail)
const event = z.union([bridged, envelope])

/** An event's place in the lake, the same whenever it is delivered, and its text. */
export type Stored = { key: string; body: string }

/**
 * Reads an event from a record of the stream.
 * @throws Error when it is none
 */
export function readEvent(data: string): Stored {
  const read = event.parse(JSON.parse(Buffer.from(data, 'base64').toString('utf8')))
  const day = new Date(read.occurredAt).toISOString().slice(0, 10)
  return { key: `events/type=${read.type}/day=${day}/${read.id}.json`, body: `${JSON.stringify(read)}\n` }
}
