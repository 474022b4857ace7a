import { createHash } from 'node:crypto'
import { emailKey } from '@mallhive/contracts/contact'
import type { DomainError } from '@mallhive/service-kit/errors'
import { openRateLimit, type RateLimit } from '@mallhive/service-kit/rate-limit'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Redis } from '@mallhive/service-kit/redis'
import type { Config } from './config.ts'
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
  /** Counts a new guest. @throws DomainError TOO_MANY_ATTEMPTS */
  countGuest(address: string): Promise<void>
}

/**
 * Delays by what they are counted for: attempts without delay, and the longest delay after them. Account and address alone bound
 * guesses that are spread over addresses or accounts; a busy office does not reach them, and a short delay locks no one out.
 */
const delays = {
  stranger: { free: 5, longestMs: 15 * 60_000 },
  device: { free: 10, longestMs: 15 * 60_000 },
  account: { free: 300, longestMs: 60_000 },
  address: { free: 300, longestMs: 60_000 },
}
const memorySeconds = 3600
/** Registrations of an address write rows, and its new guests open carts, so further ones are refused until the hour ends. */
const registrationsPerHour = 120

type Delayed = { kind: keyof typeof delays; of: string }

/**
 * Opens the limits of sign-in attempts. The delay grows with the failures of one account from one address, so guesses from
 * another address delay neither the account's owner nor other accounts. A browser that has signed in to the account before has
 * a budget of its own, also behind a shared address. Written here because rate-limiter-flexible has windows and blocks, but no
 * growing delay. Without Redis, attempts are counted in this process by account and address.
 */
export function openAttempts(redis: Redis, log: Log, config: Pick<Config, 'GUESTS_PER_ADDRESS'>): Attempts {
  const hourly = (name: string, points: number) =>
    openRateLimit(redis, { name: `identity:${name}`, points, seconds: 3600 })
  const registrations = hourly('registrations', registrationsPerHour)
  const guests = hourly('guests', config.GUESTS_PER_ADDRESS)
  const withoutRedis = hourly('sign-in', delays.account.free)

  /** Counts a failure for each key, or none while a delay of one of them runs. Returns its remaining milliseconds, else 0. */
  async function delayed(counted: Delayed[]): Promise<number> {
    const keys = counted.flatMap((one) => [keyOf(one), gateOf(one)])
    const settings = counted.flatMap(({ kind }) => [delays[kind].free, delays[kind].longestMs])
    try {
      return Number(await redis.eval(countAttempt, keys.length, ...keys, memorySeconds, ...settings))
    } catch (error) {
      log.warn({ err: error }, 'Redis unavailable, sign-in attempts counted in this process')
      const seconds = await Promise.all(counted.map((one) => withoutRedis.spend(keyOf(one))))
      return Math.max(...seconds) * 1000
    }
  }

  async function refuseBeyond(limit: RateLimit, address: string): Promise<void> {
    const wait = address ? await limit.spend(address) : 0
    if (wait > 0) throw tooMany(wait)
  }

  return {
    async countSignIn({ email, address, knownDevice }) {
      const account = emailKey(email)
      const own: Delayed =
        knownDevice === undefined
          ? { kind: 'stranger', of: `${account} ${address}` }
          : { kind: 'device', of: `${account} ${knownDevice}` }
      const shared: Delayed[] = [
        { kind: 'account', of: account },
        ...(address ? [{ kind: 'address', of: address } as const] : []),
      ]
      const counted = knownDevice === undefined ? [own, ...shared] : [own]
      const delayMs = await delayed(counted)
      if (delayMs > 0) throw tooMany(Math.ceil(delayMs / 1000))
      return async () => {
        const keys = counted.flatMap((one) => [keyOf(one), gateOf(one)])
        await redis.eval(undoAttempt, keys.length, ...keys).catch(() => null)
      }
    },
    countRegistration: (address) => refuseBeyond(registrations, address),
    countGuest: (address) => refuseBeyond(guests, address),
  }
}

/**
 * Script of one attempt. KEYS are pairs of a counter and its gate, ARGV the seconds that a counter is kept and for each pair its
 * free attempts and longest delay. Returns the longest remaining delay; else counts a failure for each pair and, from the last
 * free attempt on, starts a delay of 1, 2, 4, … seconds. Atomic, so that concurrent attempts cannot both pass.
 */
const countAttempt = `
  local wait = 0
  for at = 2, #KEYS, 2 do wait = math.max(wait, redis.call('PTTL', KEYS[at])) end
  if wait > 0 then return wait end
  for at = 1, #KEYS, 2 do
    local failures = redis.call('INCR', KEYS[at])
    if failures == 1 then redis.call('EXPIRE', KEYS[at], ARGV[1]) end
    local over = failures - tonumber(ARGV[at + 1])
    if over >= 0 then
      local delay = math.min(1000 * 2 ^ math.min(over, 20), tonumber(ARGV[at + 2]))
      redis.call('SET', KEYS[at + 1], '1', 'PX', math.floor(delay))
    end
  end
  return 0`

/** Script of a success: forgets the failures of the first pair, takes this attempt back from the others, and ends their delays. */
const undoAttempt = `
  redis.call('DEL', KEYS[1], KEYS[2])
  for at = 3, #KEYS, 2 do
    if redis.call('EXISTS', KEYS[at]) == 1 then redis.call('DECR', KEYS[at]) end
    redis.call('DEL', KEYS[at + 1])
  end
  return 0`

function tooMany(seconds: number): DomainError {
  return domainError('TOO_MANY_ATTEMPTS', 'too many attempts; try again later', {
    retryAfterSeconds: String(seconds),
  })
}

const keyOf = ({ kind, of }: Delayed) => `identity:attempts:${hashed(`${kind} ${of}`)}:failures`
const gateOf = ({ kind, of }: Delayed) => `identity:attempts:${hashed(`${kind} ${of}`)}:gate`

/** Hashed, because people type passwords into the e-mail field. */
const hashed = (value: string) => createHash('sha256').update(value).digest('base64url')
