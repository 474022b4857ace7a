import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { behaviourOf, checkCard, labelOf } from '../cards.ts'
import type { ServerOptions } from '../server-options.ts'

/** Takes a card from the browser and redirects back with a token. The number reaches neither merchant nor journal. */
export function cardRoutes(
  app: FastifyInstance,
  { store, returnOrigins }: Pick<ServerOptions, 'store' | 'returnOrigins'>,
): void {
  app.post<{ Body: Partial<Record<string, string>> }>('/v1/payment_methods', (request, reply) => {
    const form = request.body
    const returnUrl = URL.parse(form['return_url'] ?? '')
    if (!returnUrl || !returnOrigins.includes(returnUrl.origin))
      return reply.code(400).send({ error: 'return_url_not_allowed' })
    const number = (form['number'] ?? '').replace(/[\s-]/g, '')
    const card = { number, expiry: form['expiry'] ?? '', cvc: form['cvc'] ?? '', name: form['name'] ?? '' }
    const wrong = checkCard(card, new Date())
    if (wrong) {
      returnUrl.searchParams.set('error', wrong.error)
      returnUrl.searchParams.set('field', wrong.field)
      return reply.redirect(returnUrl.href, 303)
    }
    const method = { id: `pm_${randomUUID()}`, label: labelOf(number), behaviour: behaviourOf(number) }
    store.save({ kind: 'method', value: method })
    returnUrl.searchParams.set('payment_method', method.id)
    returnUrl.searchParams.set('payment_label', method.label)
    return reply.redirect(returnUrl.href, 303)
  })
}
