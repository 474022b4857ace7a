import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import { HttpError } from './http-error.ts'
import { msg } from './messages.ts'

export interface Deadline extends Disposable {
  signal: AbortSignal
  leftMs: () => number
  /** Resolves with the result of `work`. @throws HttpError 504 when the deadline passes first */
  within: <T>(work: Promise<T>) => Promise<T>
}

/** Services receive the deadline and answer by it; the host answers 504 this much later. */
const graceMs = 250

/** Starts a request's deadline. A query is also aborted when the client disconnects; a mutation runs to its end. */
export function openDeadline(request: FastifyRequest, reply: FastifyReply, config: Config): Deadline {
  if (request.method !== 'GET') return open(config.BFF_MUTATION_DEADLINE_MS, new AbortController())
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return open(config.BFF_QUERY_DEADLINE_MS, controller)
}

/** Starts the deadline of a query for which several clients wait. */
export const openQueryDeadline = (config: Pick<Config, 'BFF_QUERY_DEADLINE_MS'>): Deadline =>
  open(config.BFF_QUERY_DEADLINE_MS, new AbortController())

function open(limitMs: number, controller: AbortController): Deadline {
  const endsAt = performance.now() + limitMs
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  tooLate.catch(() => {}) // avoids an unhandled rejection
  const timer = setTimeout(() => {
    reject(new HttpError(504, 'DEADLINE_EXCEEDED', msg('deadline')))
    controller.abort()
  }, limitMs + graceMs)
  return {
    signal: controller.signal,
    leftMs: () => Math.max(1, Math.round(endsAt - performance.now())),
    within: (work) => Promise.race([work, tooLate]),
    [Symbol.dispose]: () => clearTimeout(timer),
  }
}
