import { createHmac } from 'node:crypto'
import type { Store, WebhookEvent } from './store.ts'

export type Webhooks = Disposable & { send(event: WebhookEvent): void }
type Options = { url: string; secret: string; delayMs: number }

const retryMs = [1_000, 3_000, 10_000, 30_000, 60_000]

/**
 * Delivers events as a real network does: late, unordered, some twice, and repeatedly until accepted. After a crash,
 * unaccepted events are sent again.
 */
export function startWebhooks(store: Store, { url, secret, delayMs }: Options): Webhooks {
  const timers = new Set<NodeJS.Timeout>()
  const later = (ms: number, work: () => Promise<void>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      void work()
    }, ms)
    timers.add(timer)
  }
  const attempt = async (event: WebhookEvent, count: number): Promise<void> => {
    const taken = await post(url, secret, event)
    if (taken) store.save({ kind: 'delivered', value: event.id })
    else later(retryMs[Math.min(count, retryMs.length - 1)] ?? 0, () => attempt(event, count + 1))
  }
  const send = (event: WebhookEvent): void => {
    for (let copy = 0; copy < event.copies; copy++)
      later(Math.random() * delayMs * (copy + 1), () => attempt(event, 0))
  }
  for (const event of store.pending.values()) send(event)
  return { send, [Symbol.dispose]: () => timers.forEach((timer) => clearTimeout(timer)) }
}

async function post(
  url: string,
  secret: string,
  { id, type, created, data }: WebhookEvent,
): Promise<boolean> {
  const body = JSON.stringify({ id, type, created, data })
  const timestamp = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sandbox-signature': `t=${timestamp},v1=${signature}` },
      body,
      signal: AbortSignal.timeout(5_000),
    })
    return answer.ok
  } catch {
    return false
  }
}
