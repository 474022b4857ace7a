import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { inspect } from 'node:util'

import { benchAddress } from '../bench-address.ts'
import type { Product } from './any-products.ts'

type Counts = { requests: number; retried: number; failed: number }
type Sent = { method?: string; body?: string; headers?: Record<string, string> }
type View = { id: string; state: string; totals: { totalMinor: number }; shippingMethods: { id: string }[] }

export type Visitors = {
  counts(): Counts
  /** Lets every visitor finish; returns the checkouts that the mall confirmed as placed. */
  close(): Promise<string[]>
}

const thinkMs = 250

/** Visitors who read pages, fill carts, or buy, `visitors` of each, until they are closed. */
export function openVisitors({
  url,
  card,
  products,
  visitors,
  fails = (status) => status >= 500,
}: {
  url: string
  card: string
  products: Product[]
  visitors: number
  /** Whether a status is a failure. */
  fails?: (status: number) => boolean
}): Visitors {
  const closed = new AbortController()
  const counts: Counts = { requests: 0, retried: 0, failed: 0 }
  const bought: string[] = []
  const anyProduct = () => products[Math.floor(Math.random() * products.length)] ?? { slug: '', sku: '' }

  /** One visitor's browser, which has its cookies and sends a request that fails once more. */
  function browser() {
    let cookie = ''
    const once = async (path: string, init: Sent): Promise<{ text: string } | string> => {
      const headers = { ...init.headers, ...(cookie && { cookie }) }
      try {
        const response = await fetch(url + path, { ...init, headers, signal: AbortSignal.timeout(15_000) })
        const set = response.headers.getSetCookie().map((value) => value.split(';')[0])
        const text = await response.text()
        if (fails(response.status)) return `${response.status} ${text.slice(0, 200)}`
        if (set.length > 0) cookie = set.join('; ')
        return { text }
      } catch (error) {
        return inspect(error)
      }
    }
    const send = async (path: string, init: Sent = {}): Promise<string> => {
      await delay(thinkMs)
      counts.requests++
      const first = await once(path, init)
      if (typeof first === 'object') return first.text
      counts.retried++
      console.error(`sent again: ${path.slice(0, 60)}: ${first}`)
      const second = await once(path, init)
      if (typeof second === 'object') return second.text
      counts.failed++
      console.error(`failed: ${path.slice(0, 60)}: ${second}`)
      throw new Error(second)
    }
    const mutate = async <T>(procedure: string, input: unknown): Promise<T | undefined> => {
      const headers = { 'content-type': 'application/json', origin: url }
      const text = await send(`/api/${procedure}`, { method: 'POST', body: JSON.stringify(input), headers })
      return (JSON.parse(text) as { result?: { data: T } }).result?.data
    }
    const add = (sku: string) =>
      mutate('cart/addItem', {
        sku,
        quantity: 1,
        priceMinor: 100,
        currency: 'EUR',
        idempotencyKey: randomUUID(),
      })
    return { send, mutate, add }
  }

  async function browse(): Promise<void> {
    const { send } = browser()
    const { slug } = anyProduct()
    for (const path of ['/', `/p/${slug}`, '/search?q=wool', '/c/kitchen']) await send(path)
  }

  async function fillCart(): Promise<void> {
    const { send, add } = browser()
    await add(anyProduct().sku)
    await add(anyProduct().sku)
    await send('/cart')
  }

  async function buy(): Promise<void> {
    const { mutate, add } = browser()
    await add(anyProduct().sku)
    const step = async (name: string, input: object) =>
      (await mutate<{ checkout?: View }>(`checkout/${name}`, input))?.checkout
    const started = await step('startCheckout', {})
    if (!started) return
    const checkoutId = started.id
    const email = `${checkoutId}@example.test`
    const addressed = await step('saveAddress', { checkoutId, email, ...benchAddress })
    await step('saveShipping', { checkoutId, shippingMethodId: addressed?.shippingMethods[0]?.id })
    const payment = { checkoutId, paymentMethod: card, paymentLabel: 'Visa •••• 4242' }
    const ready = await step('savePayment', payment)
    if (!ready) return
    const { totalMinor } = ready.totals
    const placed = await step('placeOrder', { checkoutId, totalMinor, currency: 'EUR' })
    if (placed?.state === 'done' || placed?.state === 'placing') bought.push(checkoutId)
  }

  const each = Array.from({ length: visitors }, () => [browse, fillCart, buy]).flat()
  const crowd = each.map(async (visit) => {
    // A visit that fails has been counted.
    while (!closed.signal.aborted) await visit().catch(() => {})
  })
  return {
    counts: () => ({ ...counts }),
    async close() {
      closed.abort()
      await Promise.all(crowd)
      return bought
    },
  }
}
