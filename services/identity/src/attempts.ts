import { createHash } from 'node:crypto'
import { emailKey } from '@mallhive/contracts/contact'
import { DomainError } from '@mallhive/service-kit/errors'
import type { Deps } from './deps.ts'

const windowSeconds = 15 * 60
const perAccount = 10
const perAddress = 60

/**
 * Counts an attempt before the password is looked at, so that parallel guesses count too; the returned function takes it
 * back after a success. Without Redis people can still sign in: a lock-out of everybody would be the worse failure.
 */
export async function countAttempt(
  deps: Pick<Deps, 'redis' | 'log'>,
  email: string,
  clientAddress: string,
): Promise<() => Promise<void>> {
  const limits = [{ key: keyOf('account', emailKey(email)), most: perAccount }]
  if (clientAddress) limits.push({ key: keyOf('address', clientAddress), most: perAddress })
  try {
    const counts = await Promise.all(limits.map(({ key }) => increment(deps.redis, key)))
    if (counts.every((count, i) => count <= limits[i]!.most)) {
      return async () => void (await deps.redis.del(limits[0]!.key).catch(() => 0))
    }
  } catch (error) {
    deps.log.warn({ err: error }, 'sign-in attempts are not being counted')
    return async () => {}
  }
  throw new DomainError('exhausted', 'TOO_MANY_ATTEMPTS', 'too many attempts; try again later', {
    retryAfterSeconds: String(windowSeconds),
  })
}

async function increment(redis: Deps['redis'], key: string): Promise<number> {
  const results = await redis.multi().incr(key).expire(key, windowSeconds, 'NX').exec()
  return Number(results?.[0]?.[1] ?? 0)
}

/** Hashed, because people type passwords into the e-mail field. */
function keyOf(kind: string, value: string): string {
  return `identity:attempts:${kind}:${createHash('sha256').update(value).digest('base64url')}`
}
