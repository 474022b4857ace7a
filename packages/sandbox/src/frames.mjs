// Framing of the channel between a host and a sandboxed process, used on both ends. A frame is two lengths (of the rest and
// of the head), a JSON head and a binary body, so that service messages and response bodies need no escaping.

/** A longer frame is refused before it is read. */
export const maxFrameBytes = 5 * 1024 * 1024
/** Heads are parsed on the receiver's event loop; the largest is a response with events that make its answer wrong. */
const maxHeadBytes = 256 * 1024

const prefixBytes = 8

/**
 * Returns a handler for the chunks of a stream that emits each complete frame.
 * @param {(head: unknown, body: Buffer, headLength: number) => void} onFrame
 * @param {(problem: string) => void} onMalformed called once; later chunks are ignored
 * @returns {(chunk: Buffer) => void}
 */
export function frameReader(onFrame, onMalformed) {
  /** @type {Buffer[]} */
  let held = []
  let heldBytes = 0
  let neededBytes = prefixBytes
  let closed = false

  /** @param {string} problem */
  function refuse(problem) {
    closed = true
    held = []
    onMalformed(problem)
  }

  return (chunk) => {
    if (closed) return
    held.push(chunk)
    heldBytes += chunk.length
    while (!closed && heldBytes >= neededBytes) {
      const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held, heldBytes)
      const length = all.readUInt32LE(0)
      const headLength = all.readUInt32LE(4)
      if (length > maxFrameBytes) return refuse(`a frame of ${length} bytes`)
      if (headLength > maxHeadBytes) return refuse(`a frame with a head of ${headLength} bytes`)
      if (headLength > length) return refuse('a frame whose head is longer than itself')
      held = [all]
      neededBytes = prefixBytes + length
      if (heldBytes < neededBytes) return
      const headEnd = prefixBytes + headLength
      const head = parse(all.toString('utf8', prefixBytes, headEnd))
      if (head === undefined) return refuse('a frame whose head is not JSON')
      const body = all.subarray(headEnd, neededBytes)
      const rest = all.subarray(neededBytes)
      held = rest.length > 0 ? [rest] : []
      heldBytes = rest.length
      neededBytes = prefixBytes
      onFrame(head, body, headLength)
    }
  }
}

/** Taken before sandboxed code can replace it. */
const nextRound = setImmediate

/**
 * Returns a function that sends frames in their order; those of one turn of the event loop are sent in one write. A frame that
 * may wait is sent with those of all turns until the next round of the loop: a write wakes its receiver, which costs more than
 * the frame. It is lost if the process ends first.
 * @param {(bytes: Buffer) => void} write
 * @returns {(head: object, body?: Uint8Array, mayWait?: boolean) => void}
 */
export function frameWriter(write) {
  /** @type {Uint8Array[]} */
  let waiting = []
  let isDue = false
  function flush() {
    isDue = false
    const [first] = waiting
    if (!first) return
    const bytes = waiting.length === 1 && Buffer.isBuffer(first) ? first : Buffer.concat(waiting)
    waiting = []
    write(bytes)
  }
  return (head, body, mayWait = false) => {
    if (mayWait && waiting.length === 0) nextRound(flush)
    if (!mayWait && !isDue) {
      isDue = true
      queueMicrotask(flush)
    }
    waiting.push(frameOf(head, body?.length ?? 0))
    if (body && body.length > 0) waiting.push(body)
  }
}

/** @param {object} head @param {number} bodyLength */
function frameOf(head, bodyLength) {
  const json = JSON.stringify(head)
  const headLength = Buffer.byteLength(json)
  const frame = Buffer.allocUnsafe(prefixBytes + headLength)
  frame.writeUInt32LE(headLength + bodyLength, 0)
  frame.writeUInt32LE(headLength, 4)
  frame.write(json, prefixBytes)
  return frame
}

/** @param {string} json */
function parse(json) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(json)
    return value
  } catch {
    return undefined
  }
}
