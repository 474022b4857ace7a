import { createHash } from 'node:crypto'
import { emailKey } from '@mallhive/contracts/contact'
import type { DomainError } from '@mallhive/service-kit/errors'
import { openRateLimit } from '@mallhive/service-kit/rate-limit'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Redis } from '@mallhive/service-kit/redis'
import { domainError } from './reasons.ts'

interface Attempt {
  email: string
  /** The client's IP address; empty when the caller does not know it. */
  address: string
  /** The browser's id, when it has signed in to this account before. */
  knownDevice?: string
}

export interface Attempts {
  /**
   * Counts an attempt before the password is checked, so that parallel guesses count too.
   * @returns a function that takes the attempt back, to call after a success
   * @throws DomainError TOO_MANY_ATTEMPTS with `retryAfterSeconds`
   */
  countSignIn(attempt: Attempt): Promise<() => Promise<void>>
  /** Counts a registration, failed ones included. @throws DomainError TOO_MANY_ATTEMPTS */
  countRegistration(address: string): Promise<void>
}

/** Attempts without delay, from unknown and from known browsers. */
const free = { stranger: 5, device: 10 }
const longestDelayMs = 15 * 60_000
const memorySeconds = 3600
/** Limits on guesses spread over accounts or addresses, far above legitimate use. Successes do not count. */
const perHour = { address: 300, account: 300, registrations: 120 }

/**
 * Opens the limits of sign-in attempts. The delay grows with the failures of one account from one address, so guesses from
 * another address delay neither the account's owner nor other accounts. A browser that has signed in to the account before has
 * a budget of its own, also behind a shared address. Written here because rate-limiter-flexible has windows and blocks, but no
 * growing delay. Fails open without Redis: locking every account out would be worse.
 */
export function openAttempts(redis: Redis, log: Log): Attempts {
  const hourly = (name: keyof typeof perHour) =>
    openRateLimit(redis, { name: `sign-in:${name}`, points: perHour[name], seconds: 3600 })
  const [byAddress, byAccount, registrations] = [
    hourly('address'),
    hourly('account'),
    hourly('registrations'),
  ]

  async function delayed(key: string, allowed: number): Promise<number> {
    const keys = [`${key}:failures`, `${key}:gate`]
    try {
      return Number(await redis.eval(countAttempt, 2, ...keys, allowed, memorySeconds, longestDelayMs))
    } catch (error) {
      log.warn({ err: error }, 'Redis unavailable, sign-in attempts not counted')
      return 0
    }
  }

  return {
    async countSignIn({ email, address, knownDevice }) {
      const account = emailKey(email)
      const who = knownDevice === undefined ? `address ${address}` : `device ${knownDevice}`
      const key = `identity:attempts:${hashed(`${account} ${who}`)}`
      const delayMs = await delayed(key, knownDevice === undefined ? free.stranger : free.device)
      if (delayMs > 0) throw tooMany(Math.ceil(delayMs / 1000))
      const spent = [
        ...(knownDevice === undefined ? [{ limit: byAccount, of: account }] : []),
        ...(address && knownDevice === undefined ? [{ limit: byAddress, of: address }] : []),
      ]
      const waits = await Promise.all(spent.map(({ limit, of }) => limit.spend(of)))
      const wait = Math.max(0, ...waits)
      if (wait > 0) throw tooMany(wait)
      return async () => {
        const cleared = redis.del(`${key}:failures`, `${key}:gate`).catch(() => 0)
        await Promise.all([cleared, ...spent.map(({ limit, of }) => limit.giveBack(of))])
      }
    },
    async countRegistration(address) {
      const wait = address ? await registrations.spend(address) : 0
      if (wait > 0) throw tooMany(wait)
    },
  }
}

/**
 * Script of one attempt. Returns the remaining milliseconds of a running delay; else counts a failure and, from the last free
 * attempt on, starts a delay of 1, 2, 4, … seconds. Atomic, so that concurrent attempts cannot both pass.
 */
const countAttempt = `
  local wait = redis.call('PTTL', KEYS[2])
  if wait > 0 then return wait end
  local failures = redis.call('INCR', KEYS[1])
  redis.call('EXPIRE', KEYS[1], ARGV[2])
  local over = failures - tonumber(ARGV[1])
  if over >= 0 then
    redis.call('SET', KEYS[2], '1', 'PX', math.floor(math.min(1000 * 2 ^ math.min(over, 20), tonumber(ARGV[3]))))
  end
  return 0`

function tooMany(seconds: number): DomainError {
  return domainError('TOO_MANY_ATTEMPTS', 'too many attempts; try again later', {
    retryAfterSeconds: String(seconds),
  })
}

/** Hashed, because people type passwords into the e-mail field. */
const hashed = (value: string) => createHash('sha256').update(value).digest('base64url')
