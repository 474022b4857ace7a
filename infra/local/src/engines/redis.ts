import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Redis } from 'ioredis'

import { baseEnv } from '../base-env.ts'
import { freePort } from '../free-port.ts'
import { startChild } from '../child-process.ts'
import { privateDir } from '../private-dir.ts'
import { type Engine, type EngineOptions, mostSilentMs } from './engine.ts'
import { type RedisBinary, unpackedRedis } from './redis-package.ts'
import { type RedisUrls, redisUrls, redisUsers, sharedRedisUrls } from './redis-users.ts'

const howTo = `MallHive needs a Redis server and found none. Any one of these helps:
  1. point REDIS_URL at a running one:    REDIS_URL=redis://localhost:6379 npm start
  2. install redis-server or valkey:      apt install redis-server  |  brew install redis
  3. on Debian or Ubuntu, refresh apt's package lists (apt-get update) and let MallHive unpack its own copy`

export type RedisEngine = Engine & RedisUrls

/**
 * Returns the Redis of REDIS_URL, or starts one from the PATH or else from Debian's unpacked package. Of one that it starts each
 * part has a user of its own; REDIS_URL is used by all parts as it is.
 * @param options.secret the administrator's password, from which the parts' passwords are made
 */
export async function openRedis({
  stateDir,
  logDir,
  durable,
  port,
  silentForMs = mostSilentMs,
  secret,
}: EngineOptions & { secret: string }): Promise<RedisEngine> {
  const given = process.env['REDIS_URL']
  if (given) return { ...sharedRedisUrls(await reachable(given)), port: Number(new URL(given).port || 6379) }
  const binary = onPath('redis-server') ?? onPath('valkey-server') ?? unpacked()
  const dir = privateDir(join(stateDir, 'redis'))
  writeFileSync(join(dir, 'users.acl'), redisUsers(secret), { mode: 0o600 })
  const chosen = await freePort(port)
  const addresses = redisUrls(chosen, secret)
  const part = await startChild({
    name: 'redis',
    command: binary.path,
    args: [...settings(chosen, dir, durable)],
    env: { ...baseEnv(), ...binary.env },
    logFile: join(logDir, 'redis.log'),
    silentForMs,
    ready: () => answers(addresses.url),
  })
  return { ...addresses, port: chosen, part }
}

// Redis stores carts: with `always` an acknowledged write also survives a power cut. Redis syncs once per event-loop turn.
function settings(port: number, dir: string, durable: boolean): string[] {
  const base = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
    '--aclfile',
    join(dir, 'users.acl'),
  ]
  return durable ? [...base, '--appendonly', 'yes', '--appendfsync', 'always'] : base
}

function onPath(name: string): RedisBinary | undefined {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return { path: name, env: {} }
  } catch {
    return undefined
  }
}

function unpacked(): RedisBinary {
  try {
    return unpackedRedis()
  } catch (error) {
    throw new Error(
      `${howTo}\n  (unpacking failed: ${error instanceof Error ? error.message : String(error)})`,
      {
        cause: error,
      },
    )
  }
}

async function reachable(url: string): Promise<string> {
  if (await answers(url).catch(() => false)) return url
  throw new Error(`REDIS_URL is ${url}, but no server there answers PING. Start one, or unset REDIS_URL.`)
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 1000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.ping()) === 'PONG'
  } finally {
    client.disconnect()
  }
}
