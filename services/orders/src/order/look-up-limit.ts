import { openRateLimit } from '@mallhive/service-kit/rate-limit'
import type { Redis } from '@mallhive/service-kit/redis'
import { domainError } from '../reasons.ts'

const seconds = 60

interface LookUp {
  number: string
  email: string
  /** The shopper's IP address; empty when the caller does not know it. */
  clientAddress: string
}

export interface LookUpLimit {
  /**
   * Counts a look-up by number and e-mail address before it is made.
   * @returns a function that takes the count back, to call when an order was found
   * @throws DomainError TOO_MANY_ATTEMPTS
   */
  count(lookUp: LookUp): Promise<() => Promise<void>>
}

/** Opens the limit of failed look-ups: ten a minute per order number, e-mail address and client address each. */
export function openLookUpLimit(redis: Redis): LookUpLimit {
  const limitOf = (name: string) =>
    openRateLimit(redis, { name: `orders:look-up:${name}`, points: 10, seconds })
  const [number, email, address] = [limitOf('number'), limitOf('email'), limitOf('address')]
  return {
    async count(lookUp) {
      const counted = [
        { limit: number, key: lookUp.number },
        { limit: email, key: lookUp.email },
        ...(lookUp.clientAddress ? [{ limit: address, key: lookUp.clientAddress }] : []),
      ]
      const retryAfter = Math.max(...(await Promise.all(counted.map(({ limit, key }) => limit.spend(key)))))
      if (retryAfter > 0)
        throw domainError('TOO_MANY_ATTEMPTS', 'too many look-ups that found nothing', {
          retryAfterSeconds: String(retryAfter),
        })
      return async () => void (await Promise.all(counted.map(({ limit, key }) => limit.giveBack(key))))
    },
  }
}
