/** An event to publish; `body` is its envelope in proto-JSON. */
export interface Outgoing {
  id: string
  type: string
  body: string
}

/** Splits events into batches: SNS and EventBridge take at most ten events and 256 KiB in one call. */
export function batches(events: Outgoing[]): Outgoing[][] {
  const all: Outgoing[][] = []
  let room = 0
  for (const event of events) {
    const size = Buffer.byteLength(event.body) + 512
    let current = all.at(-1)
    if (!current || current.length === 10 || size > room) {
      current = []
      all.push(current)
      room = 250_000
    }
    current.push(event)
    room -= size
  }
  return all
}
