import type { Host } from '@mallhive/service-kit/service'
import type { Deps } from './deps.ts'
import { paymentOf } from './payment/find.ts'
import { settle } from './payment/settle.ts'
import { sourcesOf } from './payment/transitions.ts'
import { WebhookRefused } from './providers/port.ts'

/**
 * News from the provider: authentic, however often and in any order, because status only moves forward. What a webhook adds is
 * speed; the truth can be asked for.
 */
export function webhooks(deps: Pick<Deps, 'db' | 'provider' | 'log'>): Parameters<Host['http']>[0] {
  return async (app) => {
    app.removeAllContentTypeParsers()
    // The signature is over the bytes as they came.
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )

    app.post<{ Body: string }>(
      `/webhooks/${deps.provider.name}`,
      { bodyLimit: 64 * 1024 },
      async (request, reply) => {
        const event = read(deps, request.headers, request.body)
        if (!event) return reply.code(400).send({ error: 'refused' })
        const [payment] = await paymentOf(deps.db).execute({ checkoutId: event.checkoutId })
        // Most news are old: whoever asked the provider has its answer already.
        if (payment && sourcesOf(event.outcome.status).includes(payment.status))
          await settle(deps, payment, event.outcome)
        return reply.code(204).send()
      },
    )
  }
}

function read(
  { provider, log }: Pick<Deps, 'provider' | 'log'>,
  headers: Parameters<Deps['provider']['readWebhook']>[0],
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
