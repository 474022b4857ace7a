import { createHash, createHmac } from 'node:crypto'

import { type Part, type PartNeeding, mall } from '../../../mall.ts'

/** The user with every right, for the launcher, tests and people. No part gets its password. */
const administrator = 'local'

/**
 * Redis replays its append-only file as the user `default`, and drops transactions that this user may not run: it needs every
 * right. A user that is off cannot log in.
 */
const defaultUser = 'user default off ~* &* +@all'

/**
 * Commands of the mall's parts. None reads names of keys (KEYS, SCAN, and CLIENT TRACKING, which sends the names of all changed
 * keys whatever the user's keys are), other clients or the server's settings.
 */
const allowed =
  '+@connection +@hash +@string +xadd +xread +xrevrange +exists +del +expire +pexpire +ttl +pttl +eval +evalsha'
export const rights = `${allowed} -@dangerous -client +info`

export type RedisUrls = { url: string; urls: Record<PartNeeding<'redis'>, string> }

/** Returns Redis's list of users: the administrator, and each part of infra/mall.ts that needs Redis with its own keys. */
export function redisUsers(secret: string): string {
  const users = withRedis().map(([name, { redisKeys = [] }]) =>
    userOf(
      name,
      passwordOf(secret, name),
      `resetchannels ${redisKeys.map((it) => `~${it}`).join(' ')} ${rights}`,
    ),
  )
  return [defaultUser, userOf(administrator, secret, '~* &* +@all'), ...users].join('\n')
}

/** Returns the address of the Redis on a port of this machine, for the administrator and for each part that needs it. */
export function redisUrls(port: number, secret: string): RedisUrls {
  const urlOf = (user: string, password: string) => `redis://${user}:${password}@127.0.0.1:${port}`
  return {
    url: urlOf(administrator, secret),
    urls: ofParts((name) => urlOf(name, passwordOf(secret, name))),
  }
}

/** Returns one address for all, of a Redis whose users the mall does not manage. */
export const sharedRedisUrls = (url: string): RedisUrls => ({ url, urls: ofParts(() => url) })

function ofParts(of: (name: string) => string) {
  return Object.fromEntries(withRedis().map(([name]) => [name, of(name)])) as RedisUrls['urls']
}

const withRedis = () => Object.entries<Part>(mall).filter(([, { needs }]) => needs.includes('redis'))

function passwordOf(secret: string, name: string): string {
  return createHmac('sha256', secret).update(`redis password of ${name}`).digest('hex')
}

/** The list has hashes of passwords only. */
function userOf(name: string, password: string, rules: string): string {
  return `user ${name} on #${createHash('sha256').update(password).digest('hex')} ${rules}`
}
