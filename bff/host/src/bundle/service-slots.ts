import { openNestedInFlight } from '../in-flight.ts'
import type { NestedInFlight } from '../in-flight.ts'

const perCall = 16
const perMfe = 64
/** Requests of one micro frontend that wait for a slot, and the longest wait. A call's deadline usually ends the wait before. */
const waiting = 1024
const waitMs = 10_000
/** Bytes that the host holds for one process: messages of its requests, and answers that it has not read. */
const mostHeldBytes = 16 * 1024 * 1024

export interface ServiceSlots {
  /** Runs a service call once a slot is free. @throws Error when the bundle asks for more than the host holds for it */
  run: (call: number, message: Uint8Array, work: () => Promise<Uint8Array>) => Promise<Uint8Array>
}

/**
 * Bounds the concurrent service calls of each micro frontend over all its versions, so that one leaves connections to the
 * services for others, and those of each call within it.
 */
export const openServiceCalls = (): NestedInFlight =>
  openNestedInFlight({ each: perCall, all: perMfe, waiting, waitMs })

/** Bounds the service calls of one process and the bytes that the host holds for them. */
export function openServiceSlots(
  serviceCalls: NestedInFlight,
  { mfe, pid, unreadBytes }: { mfe: string; pid: number; unreadBytes: () => number },
): ServiceSlots {
  let heldBytes = 0

  return {
    async run(call, message, work) {
      if (heldBytes + message.length > mostHeldBytes) throw tooMuch('requests')
      heldBytes += message.length
      try {
        using slot = await serviceCalls.enter(mfe, `${pid} ${call}`, 1)
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
