import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type Outcome, type ProviderEvent, WebhookRefused } from './port.ts'

const toleranceSeconds = 300

const event = z.object({ data: z.looseObject({ reference: z.uuid() }) })

/** Verifies `sandbox-signature: t=<unix seconds>,v1=<HMAC-SHA256 of "t.body">` before parsing the body. */
export function readSandboxWebhook(
  secrets: readonly string[],
  headers: Record<string, string | string[] | undefined>,
  body: string,
  outcomeOf: (data: unknown) => Outcome,
): ProviderEvent {
  const header = headers['sandbox-signature']
  const [, timestamp = '', signature = ''] =
    /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(typeof header === 'string' ? header : '') ?? []
  const signs = (secret: string) =>
    timingSafeEqual(
      createHmac('sha256', secret).update(`${timestamp}.${body}`).digest(),
      Buffer.from(signature, 'hex'),
    )
  if (signature === '' || !secrets.some(signs)) throw new WebhookRefused('bad signature')
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds) throw new WebhookRefused('too old')
  try {
    const { data } = event.parse(JSON.parse(body))
    return { checkoutId: data.reference, outcome: outcomeOf(data) }
  } catch (cause) {
    throw new WebhookRefused('authentic, but not an event that this version knows', { cause })
  }
}
