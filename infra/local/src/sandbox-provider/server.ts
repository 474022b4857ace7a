import fastify, { type FastifyInstance } from 'fastify'
import { cardRoutes } from './routes/cards.ts'
import { challengeRoutes } from './routes/challenge.ts'
import { paymentRoutes } from './routes/payments.ts'
import type { ServerOptions } from './server-options.ts'

export function buildServer(options: ServerOptions): FastifyInstance {
  const app = fastify({ bodyLimit: 64 * 1024 })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.get('/healthz', () => ({ ok: true }))
  // For tests and benches: the network's own state, authoritative for charges.
  app.get('/v1/dump', () => Object.fromEntries(options.store.payments))
  cardRoutes(app, options)
  paymentRoutes(app, options)
  challengeRoutes(app, options)
  return app
}
