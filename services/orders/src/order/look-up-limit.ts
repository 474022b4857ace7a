import { openRateLimit, type RateLimit, type RateLimitOptions } from '@mallhive/service-kit/rate-limit'
import type { Redis } from '@mallhive/service-kit/redis'
import { domainError } from '../reasons.ts'

/** Wrong look-ups of one client address. They bound guesses, and delay only their author. */
const perAddress = [
  { name: 'address', points: 10, seconds: 60 },
  { name: 'address-hour', points: 60, seconds: 3600 },
]
/** More than a few addresses reach, so that strangers do not close the look-up for an order's owner. */
const perOrder = { points: 300, seconds: 60 }

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

/** Opens the limit of failed look-ups: by client address, and far higher by order number and by e-mail address. */
export function openLookUpLimit(redis: Redis): LookUpLimit {
  const limitOf = (options: RateLimitOptions) =>
    openRateLimit(redis, { ...options, name: `orders:look-up:${options.name}` })
  const number = limitOf({ name: 'number', ...perOrder })
  const email = limitOf({ name: 'email', ...perOrder })
  const addresses = perAddress.map(limitOf)
  return {
    async count(lookUp) {
      const { clientAddress } = lookUp
      const ofAddress = clientAddress ? addresses.map((limit) => ({ limit, key: clientAddress })) : []
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
