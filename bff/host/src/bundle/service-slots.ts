import { openNestedInFlight } from '../in-flight.ts'

const perCall = 16
const perBundle = 64
/** Requests of one bundle that wait for a slot, and the longest wait. A call's deadline usually ends the wait before. */
const waiting = 1024
const waitMs = 10_000
/** Bytes that the host holds for one bundle: messages of its requests, and answers that it has not read. */
const mostHeldBytes = 16 * 1024 * 1024

export interface ServiceSlots {
  /** Runs a service call once a slot is free. @throws Error when the bundle asks for more than the host holds for it */
  run: (call: number, message: Uint8Array, work: () => Promise<Uint8Array>) => Promise<Uint8Array>
}

/** Bounds the concurrent service calls of one bundle and the bytes that the host holds for them. */
export function openServiceSlots(unreadBytes: () => number): ServiceSlots {
  const inFlight = openNestedInFlight({ each: perCall, all: perBundle, waiting, waitMs })
  let heldBytes = 0

  return {
    async run(call, message, work) {
      if (heldBytes + message.length > mostHeldBytes) throw tooMuch('requests')
      heldBytes += message.length
      try {
        using slot = await inFlight.enter('bundle', String(call), 1)
        if (!slot) throw tooMuch('requests')
        const answer = await work()
        if (unreadBytes() + answer.length > mostHeldBytes) throw tooMuch('answers that it has not read')
        return answer
      } finally {
        heldBytes -= message.length
      }
    },
  }
}

const tooMuch = (what: string) => new Error(`the BFF host holds too many ${what} of this bundle`)
