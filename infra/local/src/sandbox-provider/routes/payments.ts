import { timingSafeEqual } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Answer, Authorisation } from '../network.ts'
import type { ServerOptions } from '../server-options.ts'

const authorisation: z.ZodType<Authorisation> = z.object({
  reference: z.string().min(1).max(100),
  amount: z.int().positive(),
  currency: z.string().length(3),
  payment_method: z.string(),
  return_url: z.url(),
})
const lostAnswerMs = 20_000

/** The merchant's API: a bearer key, and an Idempotency-Key for every change. */
export function paymentRoutes(app: FastifyInstance, options: ServerOptions): void {
  const { store, network, secrets, returnOrigins, latencyMs } = options
  const tries = new Map<string, number>()

  async function once(
    request: FastifyRequest,
    reply: FastifyReply,
    behaviour: string | undefined,
    work: (key: string) => Answer,
  ) {
    if (!authentic(request, secrets)) return reply.code(401).send({ error: 'bad_key' })
    const key = request.headers['idempotency-key']
    if (typeof key !== 'string' || key === '')
      return reply.code(400).send({ error: 'idempotency_key_missing' })
    if (latencyMs) await delay(Math.random() * latencyMs)
    const before = network.repeated(key)
    if (before) return reply.code(before.status).send(before.body)
    const answer = work(key)
    // The change is made, but its answer is lost.
    if (behaviour === 'answer_lost' && answer.status < 300) {
      await delay(lostAnswerMs)
      return reply.hijack().raw.destroy()
    }
    return reply.code(answer.status).send(answer.body)
  }

  app.post('/v1/payments', (request, reply) => {
    const wanted = authorisation.safeParse(request.body)
    if (!wanted.success)
      return reply.code(400).send({ error: 'invalid_request', detail: z.prettifyError(wanted.error) })
    if (!returnOrigins.includes(URL.parse(wanted.data.return_url)?.origin ?? ''))
      return reply.code(400).send({ error: 'return_url_not_allowed' })
    const method = store.methods.get(wanted.data.payment_method)
    return once(request, reply, method?.behaviour, (key) => {
      if (!method) return { status: 400, body: { error: 'no_such_payment_method' } }
      const tried = (tries.get(key) ?? 0) + 1
      tries.set(key, tried)
      if (method.behaviour === 'stuck' || (method.behaviour === 'flaky' && tried <= 2))
        return { status: 503, body: { error: 'unavailable' } }
      return network.authorise(key, wanted.data, method)
    })
  })

  app.post<{ Params: { reference: string } }>('/v1/payments/:reference/capture', (request, reply) => {
    const { reference } = request.params
    return once(request, reply, network.find(reference)?.behaviour, (key) => network.capture(key, reference))
  })

  app.post<{ Params: { reference: string } }>('/v1/payments/:reference/void', (request, reply) =>
    once(request, reply, undefined, (key) => network.void(key, request.params.reference)),
  )

  app.get<{ Params: { reference: string } }>('/v1/payments/:reference', (request, reply) => {
    if (!authentic(request, secrets)) return reply.code(401).send({ error: 'bad_key' })
    const payment = network.find(request.params.reference)
    return payment ? network.show(payment).body : reply.code(404).send({ error: 'no_such_payment' })
  })
}

function authentic(request: FastifyRequest, secrets: readonly string[]): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  return secrets.some((secret) => {
    const wanted = Buffer.from(`Bearer ${secret}`)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}
