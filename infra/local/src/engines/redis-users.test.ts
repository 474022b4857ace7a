import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'

import { openRateLimit } from '@mallhive/service-kit/rate-limit'
import { openRedis } from '@mallhive/service-kit/redis'
import { Redis } from 'ioredis'
import { afterAll, expect, inject, test } from 'vitest'

import { type Part, mall } from '../../../mall.ts'
import { rootDir } from '../paths.ts'
import { redisUrls } from './redis-users.ts'

const { redisUrl } = inject('engines')
const port = Number(new URL(redisUrl).port)
const { urls } = redisUrls(port, 'test')
const parts = Object.entries<Part>(mall).filter(([, { needs }]) => needs.includes('redis'))
const names = parts.map(([name]) => name as keyof typeof urls)
const keysOf = (name: string) =>
  (parts.find(([known]) => known === name)?.[1].redisKeys ?? []).map((it) => it.replace('*', 'of-this-test'))

const scope = new AsyncDisposableStack()
afterAll(() => scope.disposeAsync())
const open = (url: string) => scope.use(openRedis(url))

test('without a password Redis answers nothing', async () => {
  const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\nGET cart:x\r\nFLUSHALL\r\n'))
  const [answer] = await once(socket, 'data')
  socket.destroy()
  expect(String(answer)).toMatch(/^(-NOAUTH [^\n]*\n)+/)
  expect(String(answer)).not.toMatch(/^[+$]/m)
})

test.each(names)('%s reads and writes its own keys and those of no other part', async (name) => {
  const redis = open(urls[name])
  for (const key of keysOf(name)) {
    await redis.set(key, 'kept', 'EX', 60)
    expect(await redis.eval(`return redis.call('get', KEYS[1])`, 1, key)).toBe('kept')
  }
  for (const key of names.filter((other) => other !== name).flatMap(keysOf)) {
    await expect(redis.get(key)).rejects.toThrow('NOPERM')
    await expect(redis.set(key, 'x')).rejects.toThrow('NOPERM')
    await expect(redis.eval(`return redis.call('get', '${key}')`, 0)).rejects.toThrow(
      'access at least one of the keys',
    )
  }
})

test('the BFF host writes and reads its list of changes', async () => {
  const redis = open(urls.bff)
  const id = await redis.xadd('bff:list-of-this-test', 'MAXLEN', '~', 10, '*', 'change', 'x')
  expect(await redis.xread('BLOCK', 1, 'STREAMS', 'bff:list-of-this-test', '0-0')).toHaveLength(1)
  expect(await redis.xrevrange('bff:list-of-this-test', '+', '-', 'COUNT', 1)).toEqual([
    [id, ['change', 'x']],
  ])
  await redis.del('bff:list-of-this-test')
})

/** Methods of the client that are no commands of Redis. */
const ofClient = ['call', 'connect', 'disconnect', 'duplicate', 'off', 'on', 'quit', 'sendCommand']

test.each(names)('%s may call every command of its sources', async (name) => {
  const folder = name === 'bff' ? 'bff/host' : `services/${name}`
  const files = globSync(`${folder}/src/**/*.ts`, { cwd: rootDir, exclude: ['**/*.test.ts'] })
  const sources = files.map((file) => readFileSync(join(rootDir, file), 'utf8')).join('\n')
  const called = [...sources.matchAll(/\b(?:redis|reader)\.(?:call\('(\w+)'|(\w+)\()/g)].flatMap(
    ([, inScript, ofRedis]) => (inScript ?? ofRedis ?? '').toLowerCase(),
  )
  const commands = [...new Set(called)].filter((command) => !ofClient.includes(command))
  const administrator = open(redisUrl)
  for (const command of commands) {
    const [info] = (await administrator.call('COMMAND', 'INFO', command)) as [string, number][]
    const key = keysOf(name)[0] ?? ''
    const args = Array.from({ length: Math.abs(info?.[1] ?? 0) - 1 }, () => key)
    const answer = await administrator.call('ACL', 'DRYRUN', name, command, ...args)
    expect([command, String(answer)]).not.toEqual([command, expect.stringContaining('no permissions to run')])
  }
})

test.each([
  ['FLUSHALL'],
  ['KEYS', '*'],
  ['SCAN', '0'],
  ['RANDOMKEY'],
  ['CONFIG', 'GET', '*'],
  ['ACL', 'LIST'],
  ['CLIENT', 'LIST'],
  ['CLIENT', 'TRACKING', 'ON', 'BCAST'],
  ['MONITOR'],
  ['SCRIPT', 'FLUSH'],
  ['SUBSCRIBE', 'all'],
  ['SAVE'],
] as const)('no part may call %s', async (command, ...args) => {
  for (const name of names) {
    const redis = new Redis(urls[name], { lazyConnect: true, retryStrategy: () => null })
    await redis.connect()
    await expect(redis.call(command, ...args)).rejects.toThrow('NOPERM')
    redis.disconnect()
  }
})

test('rate limits of a part work with its rights', async () => {
  const limit = openRateLimit(open(urls.orders), {
    name: `orders:test-${Date.now()}`,
    points: 1,
    seconds: 60,
  })
  expect(await limit.spend('a')).toBe(0)
  expect(await limit.spend('a')).toBeGreaterThan(0)
  await limit.giveBack('a', 2)
  expect(await limit.spend('a')).toBe(0)
})
