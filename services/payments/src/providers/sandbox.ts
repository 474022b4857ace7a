import { TestCardOutcome } from '@mallhive/contracts/payments'
import type { SecretValues } from '@mallhive/process-kit/secret'
import { Pool } from 'undici'
import { z } from 'zod'
import { type Outcome, type PaymentProvider, ProviderUnavailable } from './port.ts'
import { readSandboxWebhook } from './sandbox-webhook.ts'

type Options = { url: string; secrets: SecretValues; timeoutMs: number }
type Answer = { status: number; body: unknown }

/** Opens the adapter of the sandbox card network, which moves no money but fails like a real one. */
export function openSandbox({ url, secrets, timeoutMs }: Options): PaymentProvider & AsyncDisposable {
  const pool = new Pool(new URL(url).origin, {
    connections: 64,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connectTimeout: timeoutMs,
  })

  async function call(method: 'GET' | 'POST', path: string, key?: string, body?: object): Promise<Answer> {
    const headers: Record<string, string> = { authorization: `Bearer ${secrets[0]}` }
    if (key) headers['idempotency-key'] = key
    if (body) headers['content-type'] = 'application/json'
    try {
      const answer = await pool.request({ method, path, headers, body: body && JSON.stringify(body) })
      const { statusCode } = answer
      const content: unknown = await answer.body.json()
      if (statusCode >= 500 || statusCode === 401 || statusCode === 429)
        throw new Error(`answered ${statusCode}`)
      return { status: statusCode, body: content }
    } catch (cause) {
      throw new ProviderUnavailable('the card network did not answer', { cause })
    }
  }

  return {
    name: 'sandbox',

    async authorise(key, { checkoutId, amountMinor, currency, paymentMethod, returnUrl }) {
      const { status, body } = await call('POST', '/v1/payments', key, {
        reference: checkoutId,
        amount: amountMinor,
        currency,
        payment_method: paymentMethod,
        return_url: returnUrl,
      })
      return status < 300 ? outcomeOf(body) : { status: 'declined', declineCode: errorOf(body) }
    },

    async capture(key, checkoutId) {
      const { status, body } = await call('POST', `/v1/payments/${checkoutId}/capture`, key)
      return status < 300 ? outcomeOf(body) : { status: 'declined', declineCode: errorOf(body) }
    },

    async void(key, checkoutId) {
      const { status, body } = await call('POST', `/v1/payments/${checkoutId}/void`, key)
      if (status < 300) return outcomeOf(body)
      if (errorOf(body) === 'already_captured') return { status: 'captured' }
      throw new Error(`the card network refused a void: ${errorOf(body)}`)
    },

    async find(checkoutId) {
      const { status, body } = await call('GET', `/v1/payments/${checkoutId}`)
      return status === 404 ? undefined : outcomeOf(body)
    },

    cardForm: (returnUrl) => ({
      action: `${url}/v1/payment_methods`,
      fields: { return_url: returnUrl },
      testCards,
    }),
    readWebhook: (headers, body) => readSandboxWebhook(secrets, headers, body, outcomeOf),
    [Symbol.asyncDispose]: () => pool.destroy(),
  }
}

const testCards = [
  { number: '4242 4242 4242 4242', outcome: TestCardOutcome.PAID },
  { number: '4000 0025 0000 3155', outcome: TestCardOutcome.CHALLENGED },
  { number: '4000 0000 0000 0002', outcome: TestCardOutcome.DECLINED },
  { number: '4000 0000 0000 9995', outcome: TestCardOutcome.INSUFFICIENT_FUNDS },
]

const statuses = {
  requires_action: 'challenged',
  authorised: 'authorised',
  declined: 'declined',
  captured: 'captured',
  voided: 'voided',
} as const

const payment = z.object({
  // Absent in the network's stored answers from before it had payment ids.
  id: z.string().default(''),
  status: z.enum(['requires_action', 'authorised', 'declined', 'captured', 'voided']),
  decline_code: z.string().nullable(),
  next_action_url: z.string().nullable(),
})

function outcomeOf(body: unknown): Outcome {
  const { id, status, decline_code, next_action_url } = payment.parse(body)
  return {
    status: statuses[status],
    challengeUrl: next_action_url ?? undefined,
    declineCode: decline_code ?? undefined,
    reference: id,
  }
}

const errorOf = (body: unknown): string =>
  z.object({ error: z.string() }).catch({ error: 'refused' }).parse(body).error
