import { clientAddress } from '@mallhive/process-kit/client-address'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

import type { EdgeTable, Route } from './edge-table.ts'
import { Refusal } from './read-body.ts'

/** Counts a request of an address against its route's budgets until disposed. @throws Refusal 429 with Retry-After */
export type Enter = (route: Route, remoteAddress: string) => Promise<Disposable>

/**
 * Opens the budgets of every route: requests per minute, and requests at once, of one address. `scale` multiplies both; 0
 * switches them off. In production AWS WAF counts requests by the same table.
 */
export function openBudgets({ routes }: EdgeTable, scale: number): Enter {
  if (scale === 0) return () => Promise.resolve({ [Symbol.dispose]: () => {} })
  const scaled = (points: number) => Math.max(1, Math.round(points * scale))
  const lines = new Map(
    routes.map((route) => [
      route.path,
      {
        rate: new RateLimiterMemory({ points: scaled(route.perMinute), duration: 60 }),
        atOnce: scaled(route.atOnce),
        running: new Map<string, number>(),
      },
    ]),
  )

  return async ({ path }, remoteAddress) => {
    const line = lines.get(path)
    if (!line) throw new Error(`the table has no route ${path}`)
    const { rate, atOnce, running } = line
    const address = clientAddress({ headers: {}, ip: remoteAddress }, 0)
    const before = running.get(address) ?? 0
    if (before >= atOnce) throw tooMany(1)
    running.set(address, before + 1)
    const leave = () => {
      const left = (running.get(address) ?? 1) - 1
      if (left > 0) running.set(address, left)
      else running.delete(address)
    }
    try {
      await rate.consume(address)
      return { [Symbol.dispose]: leave }
    } catch (refused) {
      leave()
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw tooMany(Math.ceil(refused.msBeforeNext / 1000))
    }
  }
}

const tooMany = (seconds: number) => new Refusal(429, { 'retry-after': String(Math.max(1, seconds)) })
