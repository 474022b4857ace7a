import { openInFlight, openNestedInFlight } from '../in-flight.ts'

/** Concurrent service calls of one call, and of one micro frontend. */
const perCall = 4
const perMfe = 6
/** A service call that takes longer mostly waits, for a payment provider for example: it gives its slot to another one. */
const slowMs = 1000
/** Concurrent service calls of one micro frontend, slow ones included. */
const perMfeWithSlow = 32
/** Requests of one micro frontend that wait for a slot, and the longest wait. A call's deadline usually ends the wait before. */
const queue = { waiting: 1024, waitMs: 10_000 }
/** Bytes that the host holds for one process: messages of its requests, and answers that it has not read. */
const mostHeldBytes = 16 * 1024 * 1024

export interface ServiceSlots {
  /** Runs a service call once a slot is free. @throws Error when the bundle asks for more than the host holds for it */
  run: (call: number, message: Uint8Array, work: () => Promise<Uint8Array>) => Promise<Uint8Array>
}

/** Slots for service calls, shared by all processes. */
export interface ServiceCalls {
  /** Resolves when a service call may start, which ends when disposed; undefined when too many wait. */
  enter: (mfe: string, call: string) => Promise<Disposable | undefined>
}

/**
 * Bounds the concurrent service calls of each micro frontend over all its versions, and those of each call within it: each
 * micro frontend has the same share of the services, however many calls it makes.
 */
export function openServiceCalls(slowAfterMs = slowMs): ServiceCalls {
  const quick = openNestedInFlight({ each: perCall, all: perMfe, ...queue })
  const all = openInFlight({ atOnce: perMfeWithSlow, ...queue })
  return {
    async enter(mfe, call) {
      using entering = new DisposableStack()
      const slot = entering.use(await quick.enter(mfe, call, 1))
      const place = slot && entering.use(await all.enter(mfe, 1))
      if (!place) return undefined
      const timer = setTimeout(() => slot[Symbol.dispose](), slowAfterMs)
      entering.defer(() => clearTimeout(timer))
      return entering.move()
    },
  }
}

/** Bounds the service calls of one process and the bytes that the host holds for them. */
export function openServiceSlots(
  serviceCalls: ServiceCalls,
  { mfe, pid, unreadBytes }: { mfe: string; pid: number; unreadBytes: () => number },
): ServiceSlots {
  let heldBytes = 0

  return {
    async run(call, message, work) {
      if (heldBytes + message.length > mostHeldBytes) throw tooMuch('requests')
      heldBytes += message.length
      try {
        using slot = await serviceCalls.enter(mfe, `${pid} ${call}`)
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
