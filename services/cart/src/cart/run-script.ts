import type { Redis } from '@mallhive/service-kit/redis'

/**
 * Runs a Lua script, atomic in Redis, that answers `{status, cart as HGETALL gives it}`.
 * A script may name keys of two owners (merge): Redis runs with replicas, not as a cluster.
 */
export async function runScript(
  redis: Redis,
  script: string,
  keys: string[],
  args: (string | number)[],
): Promise<{ status: string; flat: string[] }> {
  const answer: unknown = await redis.eval(script, keys.length, ...keys, ...args)
  if (!Array.isArray(answer) || !Array.isArray(answer[1])) throw new Error('a cart script answered nonsense')
  return { status: String(answer[0]), flat: answer[1].map(String) }
}
