import { isRefusal, Refusal } from '@mallhive/mfe-kit/bff/refusal'
import type { Log } from '@mallhive/process-kit/telemetry'

/** Calls in a row without an answer that open a breaker. */
const mostUnanswered = 3
/** How long an open breaker refuses calls before it tries one, whose answer closes it. */
const restMs = 5_000

export interface Breakers {
  /** Runs a call to a service, or refuses it at once when the service did not answer those before. */
  run: <T>(service: string, call: () => Promise<T>) => Promise<T>
}

/**
 * Opens a breaker for each service. Written here because libraries let calls wait for the answer of the one that is tried, which
 * a hanging service never gives.
 */
export function openBreakers(log: Pick<Log, 'info' | 'warn'>, now = () => performance.now()): Breakers {
  const failing = new Map<string, { unanswered: number; restsUntil: number }>()

  function noteAnswer(service: string): void {
    const had = failing.get(service)
    failing.delete(service)
    if (had && had.unanswered >= mostUnanswered) log.info({ service }, 'breaker closed: the service answers')
  }

  function noteUnanswered(service: string): void {
    const unanswered = (failing.get(service)?.unanswered ?? 0) + 1
    failing.set(service, { unanswered, restsUntil: now() + restMs })
    if (unanswered === mostUnanswered) log.warn({ service }, 'breaker opened: the service does not answer')
  }

  return {
    async run(service, call) {
      const state = failing.get(service)
      if (state && state.unanswered >= mostUnanswered) {
        if (now() < state.restsUntil) throw isDown(service)
        state.restsUntil = now() + restMs
      }
      try {
        const answer = await call()
        noteAnswer(service)
        return answer
      } catch (error) {
        if (isUnanswered(error)) noteUnanswered(service)
        else if (isRefusal(error)) noteAnswer(service)
        throw error
      }
    },
  }
}

/** A service's own refusals, such as of a shopper's input, are answers. */
const isUnanswered = (error: unknown) =>
  isRefusal(error) && (error.reason === 'UNAVAILABLE' || error.reason === 'DEADLINE_EXCEEDED')

const isDown = (service: string) => new Refusal('unavailable', 'UNAVAILABLE', `${service} does not answer`)
