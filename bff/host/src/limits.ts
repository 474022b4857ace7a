import { readCookie } from '@mallhive/contracts/cookies'
import { openRateLimit } from '@mallhive/service-kit/rate-limit'
import type { RateLimit } from '@mallhive/service-kit/rate-limit'
import type { Redis } from '@mallhive/service-kit/redis'
import type { FastifyRequest } from 'fastify'
import type { Declared } from './bundle/bundle-messages.ts'
import { clientAddress } from '@mallhive/process-kit/client-address'
import type { Config } from './config.ts'
import { HttpError } from './http-error.ts'
import { openNestedInFlight } from './in-flight.ts'
import { msg } from './messages.ts'

const seconds = 60
/** Calls of a minute to all micro frontends; also the declared costs beyond one call, to each of them. */
const perAddress = 6000
const perSession = 1200
/** Declared costs to all micro frontends together, as a multiple of those to one: no team can use them up alone. */
const allTeams = 2
/**
 * Concurrent procedures on one instance: of an address in one micro frontend, and of an address. One team's slow procedures
 * leave the others half of the address's slots.
 */
const perMfe = 8
const perAddressAtOnce = 16
/** Requests of an address that wait for a slot of one micro frontend. */
const waiting = 64
/**
 * Longest wait, a quarter of the deadline of a page's fragment (2 s): a flood by one address must not let fragments time out,
 * which counts against their releases. A refusal does not.
 */
const waitMs = 500

/** A release (`cart@1.5.0`) and the limits that its procedures declare. */
interface Declaring {
  name: string
  bundle: Declared
}

interface Budget {
  address: RateLimit
  session: RateLimit
}

export interface Limits {
  /**
   * Counts calls against the budgets of their address and session, before any look-up.
   * @throws HttpError 429 with Retry-After in seconds
   */
  count(request: FastifyRequest, calls: number): Promise<void>
  /**
   * Counts the declared cost of procedures beyond one call, and their own limits. Costs have budgets of their own: what one
   * team declares must not use up the calls that an address or session has for the others. @throws HttpError 429
   */
  countDeclared(request: FastifyRequest, picked: Declaring, procedures: string[]): Promise<void>
  /** Waits for a free slot of the address in a micro frontend, which is held until disposed. @throws HttpError 429 */
  enter(request: FastifyRequest, mfe: string, calls: number): Promise<Disposable>
}

/** Opens the rate limits: one-minute windows shared by all instances, and concurrency on this instance. */
export function openLimits(
  redis: Redis,
  config: Pick<Config, 'RATE_LIMIT_SCALE' | 'TRUSTED_HOPS' | 'PUBLIC_ORIGIN'>,
): Limits {
  const scale = config.RATE_LIMIT_SCALE
  if (scale === 0) return unlimited
  const scaled = (points: number) => Math.max(1, Math.round(points * scale))
  const open = (name: string, points: number) =>
    openRateLimit(redis, { name: `bff:${name}`, points: scaled(points), seconds })
  const calls = { address: open('address', perAddress), session: open('session', perSession) }
  const costsOfOne = { address: open('cost:address', perAddress), session: open('cost:session', perSession) }
  const costsOfAll = {
    address: open('costs:address', allTeams * perAddress),
    session: open('costs:session', allTeams * perSession),
  }
  const procedures = new Map<number, RateLimit>()
  const inFlight = openNestedInFlight({
    each: scaled(perMfe),
    all: scaled(perAddressAtOnce),
    waiting: scaled(waiting),
    waitMs,
  })
  const addressOf = (request: FastifyRequest) => clientAddress(request, config.TRUSTED_HOPS)

  function procedureLimit(points: number): RateLimit {
    const known = procedures.get(points)
    if (known) return known
    const opened = open(`procedure:${points}`, points)
    procedures.set(points, opened)
    return opened
  }

  /** Spends points of the request's address and session, which `prefix` keeps apart by micro frontend. */
  function spend({ address, session }: Budget, request: FastifyRequest, points: number, prefix = '') {
    const cookie = readCookie(request.headers.cookie, 'mall_session', config.PUBLIC_ORIGIN)
    return [
      address.spend(prefix + addressOf(request), points),
      ...(cookie === undefined ? [] : [session.spend(prefix + cookie, points)]),
    ]
  }

  return {
    count: (request, count) => refuse(spend(calls, request, count)),
    async countDeclared(request, { name, bundle }, called) {
      const [mfe] = name.split('@')
      const extra = called.reduce((sum, it) => sum + Math.max(0, declaredOf(bundle.cost, it, 1) - 1), 0)
      const own = called.flatMap((it) => {
        const limit = declaredOf(bundle.perMinute, it, 0)
        return limit > 0 ? [procedureLimit(limit).spend(`${mfe}.${it} ${addressOf(request)}`)] : []
      })
      if (extra === 0) return refuse(own)
      await refuse([...own, ...spend(costsOfOne, request, extra, `${mfe} `)])
      // After the team's own budget, so that its refused calls spend nothing of the others.
      await refuse(spend(costsOfAll, request, extra))
    },
    async enter(request, mfe, count) {
      const entered = await inFlight.enter(addressOf(request), mfe, count)
      if (entered) return entered
      throw tooMany(msg('too-many-at-once'), 1)
    },
  }
}

async function refuse(spent: Promise<number>[]): Promise<void> {
  const retryAfter = Math.max(0, ...(await Promise.all(spent)))
  if (retryAfter > 0) throw tooMany(msg('too-many', { seconds: retryAfter }), retryAfter)
}

function tooMany(message: string, retryAfter: number): HttpError {
  return new HttpError(429, 'TOO_MANY_REQUESTS', message, { 'retry-after': String(retryAfter) })
}

function declaredOf(of: Record<string, number> | undefined, procedure: string, otherwise: number): number {
  return of && Object.hasOwn(of, procedure) ? (of[procedure] ?? otherwise) : otherwise
}

const unlimited: Limits = {
  count: () => Promise.resolve(),
  countDeclared: () => Promise.resolve(),
  enter: () => Promise.resolve({ [Symbol.dispose]: () => {} }),
}
