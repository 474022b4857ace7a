import type { Redis } from '@mallhive/service-kit/redis'

/**
 * Runs an atomic Lua script that returns `{status, cart in HGETALL format}`.
 * A script may use keys of two owners (merge), so Redis must not run as a cluster.
 */
export async function runScript(
  redis: Redis,
  script: string,
  keys: string[],
  args: (string | number)[],
): Promise<{ status: string; flat: string[] }> {
  const answer: unknown = await redis.eval(script, keys.length, ...keys, ...args)
  if (!Array.isArray(answer) || !Array.isArray(answer[1]))
    throw new Error('malformed result of a cart script')
  return { status: String(answer[0]), flat: answer[1].map(String) }
}
