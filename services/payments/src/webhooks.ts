import type { Host } from '@mallhive/service-kit/service'
import type { Deps } from './deps.ts'
import { paymentOf } from './payment/find.ts'
import { settle } from './payment/settle.ts'
import { sourcesOf } from './payment/transitions.ts'
import { type PaymentProvider, WebhookRefused } from './providers/port.ts'

/**
 * Handles the providers' webhooks, which may be repeated and reordered, because status only moves forward. They only speed up
 * outcomes, which can also be polled. A provider changes its own payments only.
 */
export function webhooks(deps: Pick<Deps, 'db' | 'providers' | 'log'>): Parameters<Host['http']>[0] {
  return async (app) => {
    app.removeAllContentTypeParsers()
    // Kept unparsed, because the signature covers the raw body.
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )

    for (const [name, provider] of deps.providers.byName) {
      app.post<{ Body: string }>(`/webhooks/${name}`, { bodyLimit: 64 * 1024 }, async (request, reply) => {
        const event = read(deps, provider, request.headers, request.body)
        if (!event) return reply.code(400).send({ error: 'refused' })
        const [payment] = await paymentOf(deps.db).execute({ checkoutId: event.checkoutId })
        // Most webhooks repeat the outcome of our own call.
        const isNews = payment?.provider === name && sourcesOf(event.outcome.status).includes(payment.status)
        if (isNews) await settle(deps, payment, event.outcome)
        return reply.code(204).send()
      })
    }
  }
}

function read(
  { log }: Pick<Deps, 'log'>,
  provider: PaymentProvider,
  headers: Parameters<PaymentProvider['readWebhook']>[0],
  body: string,
) {
  try {
    return provider.readWebhook(headers, body)
  } catch (error) {
    if (!(error instanceof WebhookRefused)) throw error
    log.warn({ err: error }, 'webhook refused')
    return undefined
  }
}
