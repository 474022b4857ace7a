import { once } from 'node:events'
import { connect } from 'node:net'

import { openRateLimit } from '@mallhive/service-kit/rate-limit'
import { openRedis } from '@mallhive/service-kit/redis'
import { Redis } from 'ioredis'
import { afterAll, expect, inject, test } from 'vitest'

import { type Part, mall } from '../../../mall.ts'
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

test.each([
  ['FLUSHALL'],
  ['KEYS', '*'],
  ['SCAN', '0'],
  ['RANDOMKEY'],
  ['CONFIG', 'GET', '*'],
  ['ACL', 'LIST'],
  ['CLIENT', 'LIST'],
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
