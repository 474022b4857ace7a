import { unpackedRedis } from '@mallhive/infra-local/engines/redis-package'

import { onPath } from '../tools.ts'

/** Returns a Redis server and the environment that it needs, or undefined where there is none. */
export function redisProgram(): { path: string; env: Record<string, string> } | undefined {
  const path = onPath('redis-server') ?? onPath('valkey-server')
  if (path) return { path, env: {} }
  try {
    return unpackedRedis()
  } catch {
    return undefined
  }
}
