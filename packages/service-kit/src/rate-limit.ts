import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Redis } from './redis.ts'

export interface RateLimitOptions {
  /** Prefix of the limit's keys in Redis: `bff:address`. */
  name: string
  /** Points per key in each window of `seconds`. */
  points: number
  seconds: number
}

export interface RateLimit {
  /**
   * Spends points of a key, also when that exceeds the limit.
   * @returns the seconds until the key may be tried again, or 0 when the points were available
   */
  spend(key: string, points?: number): Promise<number>
  /** Returns points of an earlier `spend`, for a request that turned out to be harmless. Never throws. */
  giveBack(key: string, points?: number): Promise<void>
}

/**
 * Opens a limit that all instances share through Redis. While Redis is unreachable each instance counts for itself, so
 * that the limit neither disappears nor blocks everybody. Keys are hashed: people type passwords into e-mail fields.
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
      // On failure the points stay spent: the limit is only stricter until the window ends.
      await limiter.reward(hashed(key), spent).catch(() => {})
    },
  }
}

const hashed = (key: string) => createHash('sha256').update(key).digest('base64url')
