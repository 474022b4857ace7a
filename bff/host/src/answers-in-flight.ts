import { counter } from '@mallhive/process-kit/telemetry'
import type { Writable } from 'node:stream'

/** Bytes of answers of one micro frontend that its clients have not read; an ordinary answer is read at once. */
const mostBytes = 16 * 1024 * 1024
/** Time in which a client reads an answer. */
const readWithinMs = 30_000

export interface AnswersInFlight {
  /**
   * Counts an answer until its client has read it, and ends the connection of a client that does not. Returns false when the
   * micro frontend has too many bytes in flight.
   */
  hold: (mfe: string, bytes: number, to: Writable) => boolean
}

const refused = counter(
  'bff_answers_refused_total',
  'Answers refused because clients read earlier ones slowly',
  ['mfe'],
)

/** Bounds the memory of answers to slow clients, over all versions of a micro frontend, so that others keep theirs. */
export function openAnswersInFlight(
  limits: { mostBytes: number; readWithinMs: number } = { mostBytes, readWithinMs },
): AnswersInFlight {
  const held = new Map<string, number>()
  return {
    hold(mfe, bytes, to) {
      // Its client has gone, so nothing is sent.
      if (to.destroyed) return true
      const before = held.get(mfe) ?? 0
      if (before + bytes > limits.mostBytes) {
        refused.inc({ mfe })
        return false
      }
      held.set(mfe, before + bytes)
      const timer = setTimeout(() => to.destroy(), limits.readWithinMs)
      to.once('close', () => {
        clearTimeout(timer)
        const left = (held.get(mfe) ?? 0) - bytes
        if (left > 0) held.set(mfe, left)
        else held.delete(mfe)
      })
      return true
    },
  }
}
