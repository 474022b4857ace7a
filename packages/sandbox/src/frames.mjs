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

/**
 * Returns a function that sends frames; frames of one event loop turn are sent in one write.
 * @param {(bytes: Buffer) => void} write
 * @returns {(head: object, body?: Uint8Array) => void}
 */
export function frameWriter(write) {
  /** @type {Uint8Array[]} */
  let waiting = []
  function flush() {
    const [first] = waiting
    const bytes = waiting.length === 1 && Buffer.isBuffer(first) ? first : Buffer.concat(waiting)
    waiting = []
    write(bytes)
  }
  return (head, body) => {
    if (waiting.length === 0) queueMicrotask(flush)
    waiting.push(frameOf(head, body?.length ?? 0))
    if (body && body.length > 0) waiting.push(body)
  }
}

/**
 * Returns a function that writes a frame without a body at once, before those that wait for the end of the turn.
 * @param {(bytes: Buffer) => void} write
 * @returns {(head: object) => void}
 */
export const writeFrame = (write) => (head) => write(frameOf(head, 0))

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
