import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import { HttpError } from './http-error.ts'

export interface Deadline extends Disposable {
  signal: AbortSignal
  leftMs: () => number
  /** The answer of `work`, or 504 when it does not come in time. */
  within: <T>(work: Promise<T>) => Promise<T>
}

/** Services are told the deadline and answer in time; this much later the host answers for whatever does not. */
const graceMs = 250

/** The time that a request has. A query also ends when nobody waits for it any more; a mutation is never cut off so. */
export function openDeadline(request: FastifyRequest, reply: FastifyReply, config: Config): Deadline {
  const query = request.method === 'GET'
  const limitMs = query ? config.BFF_QUERY_DEADLINE_MS : config.BFF_MUTATION_DEADLINE_MS
  const endsAt = performance.now() + limitMs
  const controller = new AbortController()
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  tooLate.catch(() => {}) // nobody may be waiting for it
  const timer = setTimeout(() => {
    reject(
      new HttpError(
        504,
        'DEADLINE_EXCEEDED',
        'This part of the mall does not answer right now. Please try again.',
      ),
    )
    controller.abort()
  }, limitMs + graceMs)
  if (query)
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) controller.abort()
    })
  return {
    signal: controller.signal,
    leftMs: () => Math.max(1, Math.round(endsAt - performance.now())),
    within: (work) => Promise.race([work, tooLate]),
    [Symbol.dispose]: () => clearTimeout(timer),
  }
}
