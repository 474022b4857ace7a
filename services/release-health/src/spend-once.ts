import { createHash } from 'node:crypto'
import type { Redis } from '@mallhive/service-kit/redis'

/**
 * A limit of new items by payer: at most `points` in any `seconds`, because a payer has all of its points again only `seconds`
 * after it spent the last one. An item is known for `knownSeconds`.
 */
export interface SpendLimit {
  name: string
  points: number
  seconds: number
  knownSeconds: number
}

/**
 * Returns whether an item counts: it is known, or its payer has a point left, which is then spent. Both counters change in one
 * script, so parallel calls for one item spend one point. Ours, because rate-limiter-flexible spends from one counter at a time.
 */
export type SpendOnce = (item: string, payer: string) => Promise<boolean>

const script = `
if redis.call('exists', KEYS[1]) == 1 then return 1 end
if tonumber(redis.call('get', KEYS[2]) or '0') >= tonumber(ARGV[1]) then return 0 end
redis.call('set', KEYS[1], 1, 'EX', ARGV[3])
redis.call('incr', KEYS[2])
redis.call('expire', KEYS[2], ARGV[2])
return 1`

/** Items and payers are stored hashed. */
export function openSpendOnce(redis: Redis, limit: SpendLimit): SpendOnce {
  // The hash tag puts both keys into one slot of a Redis cluster.
  const key = (kind: string, of: string) => `limit:{${limit.name}}:${kind}:${hashed(of)}`
  return async (item, payer) => {
    const keys = [key('item', item), key('payer', payer)]
    const { points, seconds, knownSeconds } = limit
    return (await redis.eval(script, 2, ...keys, points, seconds, knownSeconds)) === 1
  }
}

const hashed = (text: string) => createHash('sha256').update(text).digest('base64url')
