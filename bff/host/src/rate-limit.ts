import type { FastifyRequest } from 'fastify'
import { clientAddress } from './client-address.ts'
import { parseCookies } from './cookies.ts'
import type { Deps } from './deps.ts'
import { HttpError } from './http-error.ts'
import type { PickedRelease } from './pick-release.ts'
import { keyOf, sessionCookie } from './sessions.ts'

const perAddress = 6000
const perSession = 1200

/**
 * Counts a request's calls in windows of a minute, shared by all instances: per client address, per session, and for
 * procedures with a limit of their own. While Redis is away everybody passes: a mall without limits beats none.
 * @throws HttpError 429 with Retry-After in seconds
 */
export async function limitRate(
  { redis, config, log }: Pick<Deps, 'redis' | 'config' | 'log'>,
  request: FastifyRequest,
  { name, module }: PickedRelease,
  procedures: string[],
): Promise<void> {
  if (config.RATE_LIMIT_SCALE === 0) return
  const address = clientAddress(request, config.TRUSTED_HOPS)
  const session = parseCookies(request.headers.cookie).get(sessionCookie)
  const [mfe] = name.split('@')
  const windows = [
    { key: `address:${address}`, by: procedures.length, limit: perAddress },
    ...(session ? [{ key: `session:${keyOf(session)}`, by: procedures.length, limit: perSession }] : []),
    ...procedures.flatMap((procedure) => {
      const limit = Object.hasOwn(module.perMinute, procedure) ? module.perMinute[procedure] : undefined
      return limit === undefined ? [] : [{ key: `${mfe}.${procedure}:${address}`, by: 1, limit }]
    }),
  ]
  const seconds = Math.floor(Date.now() / 1000)
  const pipeline = redis.pipeline()
  for (const { key, by } of windows) {
    const windowKey = `bff:rate:${Math.floor(seconds / 60)}:${key}`
    pipeline.incrby(windowKey, by).expire(windowKey, 120)
  }
  const results = await pipeline.exec().catch((error: unknown) => {
    log.warn({ err: error }, 'rate limits are off: Redis does not answer')
    return null
  })
  const exceeded = windows.some(
    ({ limit }, index) => Number(results?.[index * 2]?.[1]) > limit * config.RATE_LIMIT_SCALE,
  )
  if (!exceeded) return
  const retryAfter = String(60 - (seconds % 60))
  throw new HttpError(429, 'TOO_MANY_REQUESTS', 'That was a lot at once. Please wait a moment.', {
    'retry-after': retryAfter,
  })
}
