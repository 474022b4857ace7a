import type { FastifyInstance, FastifyRequest } from 'fastify'
import { challengePage, closedPage } from '../pages.ts'
import type { ServerOptions } from '../server-options.ts'
import type { Payment } from '../store.ts'

type Challenge = { Params: { reference: string }; Querystring: { secret?: string } }

/** Serves the bank's 3-D Secure page: plain forms that work without scripts. */
export function challengeRoutes(app: FastifyInstance, { network, returnOrigins }: ServerOptions): void {
  const find = (request: FastifyRequest<Challenge>): Payment | undefined => {
    const payment = network.find(request.params.reference)
    return payment?.challenge && payment.challenge === request.query.secret ? payment : undefined
  }

  app.get<Challenge>('/challenge/:reference', (request, reply) => {
    const payment = find(request)
    reply.header(
      'content-security-policy',
      `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${returnOrigins.join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
    )
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8')
    if (!payment) return reply.code(404).send(closedPage(returnOrigins[0] ?? '/'))
    return reply.send(
      payment.status === 'requires_action'
        ? challengePage(payment, request.url)
        : closedPage(payment.returnUrl),
    )
  })

  app.post<Challenge & { Body: { answer?: string } }>('/challenge/:reference', (request, reply) => {
    const payment = find(request)
    if (!payment)
      return reply
        .code(404)
        .type('text/html; charset=utf-8')
        .send(closedPage(returnOrigins[0] ?? '/'))
    network.answerChallenge(payment, request.body.answer === 'approve')
    return reply.redirect(payment.returnUrl, 303)
  })
}
