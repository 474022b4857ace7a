import { DomainError } from '@mallhive/service-kit/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { STATUS_CODES } from 'node:http'
import { ZodError } from 'zod'

const statuses = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  exhausted: 429,
  unavailable: 503,
}

/** Sends an error as problem details (RFC 9457); unexpected errors are masked. */
export function sendProblem(error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, reason, detail } = describe(error)
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title: STATUS_CODES[status], status, reason, detail })
}

function describe(error: unknown): { status: number; reason: string; detail: string } {
  if (error instanceof DomainError) {
    return { status: statuses[error.kind], reason: error.reason, detail: error.message }
  }
  if (error instanceof ZodError) {
    const detail = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    return { status: 400, reason: 'BAD_PARAMETER', detail }
  }
  return { status: 500, reason: 'INTERNAL', detail: 'something went wrong on our side' }
}
