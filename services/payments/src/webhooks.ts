import type { Host } from '@mallhive/service-kit/service'
import type { Deps } from './deps.ts'
import { paymentOf } from './payment/find.ts'
import { settle } from './payment/settle.ts'
import { sourcesOf } from './payment/transitions.ts'
import { type PaymentProvider, WebhookRefused } from './providers/port.ts'

/**
 * The providers' news: authentic, however often and in any order, because status only moves forward. A webhook adds speed;
 * the truth can be asked for. A provider speaks for its own payments only.
 */
export function webhooks(deps: Pick<Deps, 'db' | 'providers' | 'log'>): Parameters<Host['http']>[0] {
  return async (app) => {
    app.removeAllContentTypeParsers()
    // The signature is over the bytes as they came.
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )

    for (const [name, provider] of deps.providers.byName) {
      app.post<{ Body: string }>(`/webhooks/${name}`, { bodyLimit: 64 * 1024 }, async (request, reply) => {
        const event = read(deps, provider, request.headers, request.body)
        if (!event) return reply.code(400).send({ error: 'refused' })
        const [payment] = await paymentOf(deps.db).execute({ checkoutId: event.checkoutId })
        // Most news are old: the answer to our own call has told the same.
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
    log.warn({ err: error }, 'a webhook was refused')
    return undefined
  }
}
