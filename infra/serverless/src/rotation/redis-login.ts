import { openRedis } from '@mallhive/service-kit/redis'

import type { SetPasswords } from './redis-users.ts'
import { type Login, newPassword } from './rotate-secret.ts'

/** A user of Redis has two passwords: the next one is set beside the current one, and the one before that is refused. */
export function redisLogin(setPasswords: SetPasswords, userPrefix: string): Login {
  return {
    next: (url) => Object.assign(new URL(url), { password: newPassword() }).href,
    allow: (next, current) =>
      setPasswords(
        `${userPrefix}${next.username}`,
        [current, next].map(({ password }) => decodeURIComponent(password)),
      ),
    async try(url) {
      await using redis = openRedis(url)
      await redis.ping()
    },
  }
}
