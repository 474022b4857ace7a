import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Redis } from './redis.ts'

export interface RateLimitOptions {
  /** Names the limit among all that share a Redis: `bff:address`. */
  name: string
  /** Points that one key may spend within `seconds`. */
  points: number
  seconds: number
}

export interface RateLimit {
  /**
   * Spends points of a key; counts also when it refuses.
   * @returns the seconds until the key may be tried again, or 0 when the points were there
   */
  spend(key: string, points?: number): Promise<number>
  /** Undoes a `spend`, for what turned out to be harmless. Never throws. */
  giveBack(key: string, points?: number): Promise<void>
}

/**
 * Opens a limit that all instances share by Redis. While Redis does not answer each instance counts for itself, so that a
 * limit neither disappears nor locks everybody out. Keys are hashed: people type passwords into e-mail fields.
 */
export function openRateLimit(redis: Redis, { name, points, seconds }: RateLimitOptions): RateLimit {
  const window = { keyPrefix: `limit:${name}`, points, duration: seconds }
  const limiter = new RateLimiterRedis({
    ...window,
    storeClient: redis,
    insuranceLimiter: new RateLimiterMemory(window),
  })
  return {
    async spend(key, spent = 1) {
      try {
        await limiter.consume(hashed(key), spent)
        return 0
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      }
    },
    async giveBack(key, spent = 1) {
      // A point that stays spent makes the limit stricter for the rest of the window and nothing else.
      await limiter.reward(hashed(key), spent).catch(() => {})
    },
  }
}

const hashed = (key: string) => createHash('sha256').update(key).digest('base64url')
