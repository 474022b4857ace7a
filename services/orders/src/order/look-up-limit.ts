import { openRateLimit } from '@mallhive/service-kit/rate-limit'
import type { RateLimit } from '@mallhive/service-kit/rate-limit'
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
      const ofAddress = lookUp.clientAddress ? [{ limit: address, key: lookUp.clientAddress }] : []
      const ofOrder = [
        { limit: number, key: lookUp.number },
        { limit: email, key: lookUp.email },
      ]
      // The address first: one that is beyond its limit must not spend the look-ups of other people's orders.
      refuse(await spend(ofAddress))
      refuse(await spend(ofOrder))
      const counted = [...ofAddress, ...ofOrder]
      return async () => void (await Promise.all(counted.map(({ limit, key }) => limit.giveBack(key))))
    },
  }
}

async function spend(counted: { limit: RateLimit; key: string }[]): Promise<number> {
  return Math.max(0, ...(await Promise.all(counted.map(({ limit, key }) => limit.spend(key)))))
}

/** @throws DomainError TOO_MANY_ATTEMPTS when there are seconds to wait */
function refuse(retryAfter: number): void {
  if (retryAfter > 0)
    throw domainError('TOO_MANY_ATTEMPTS', 'too many look-ups that found nothing', {
      retryAfterSeconds: String(retryAfter),
    })
}
