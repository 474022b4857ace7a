import { randomUUID } from 'node:crypto'

import { openRedis } from '@mallhive/service-kit/redis'
import { expect, inject, test } from 'vitest'

import { playElastiCache } from './play-elasticache.ts'
import { playSecretsManager } from './play-secrets-manager.ts'
import { redisLogin } from './redis-login.ts'
import { openRedisUsers } from './redis-users.ts'
import { type Login, rotateSecret } from './rotate-secret.ts'

const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret']
const prefix = 'mallhive-dev-'

/** A user of a real Redis, with the rights of a part. */
async function open(before: Record<string, Login> = {}) {
  const stack = new AsyncDisposableStack()
  const redis = stack.use(openRedis(inject('engines').redisUrl))
  const user = `cart-${randomUUID()}`
  await redis.acl('SETUSER', user, 'on', '>first', '~cart:*', '+@connection', '+@string', '+info')
  stack.defer(async () => void (await redis.acl('DELUSER', user)))
  const elastiCache = stack.use(await playElastiCache(redis, prefix))
  const login = redisLogin(openRedisUsers(elastiCache.env), prefix)
  const url = Object.assign(new URL(inject('engines').redisUrl), { username: user, password: 'first' }).href
  const manager = playSecretsManager({ DATABASE_URL: 'postgres://cart@db', REDIS_URL: url, PART_KEY: 'kept' })
  const handler = rotateSecret(manager.ask, { ...before, REDIS_URL: login })
  const step = (Step: string, ClientRequestToken = 'v1') =>
    handler({ SecretId: 'cart', ClientRequestToken, Step })
  return {
    user,
    elastiCache,
    manager,
    step,
    async rotate(id: string) {
      manager.begin(id)
      for (const each of steps) await step(each, id)
    },
    urlIn: (stage: string) => manager.valueOf(stage)['REDIS_URL'] ?? '',
    signsIn: (address: string) =>
      login.try(address).then(
        () => true,
        (error: Error) => error.message,
      ),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

test('a rotation lets a new password in beside the current one, and changes nothing else in the secret', async () => {
  await using cart = await open()
  const before = cart.urlIn('AWSCURRENT')
  await cart.rotate('v1')
  const { REDIS_URL: after = '', ...others } = cart.manager.valueOf('AWSCURRENT')
  expect(new URL(after).username).toBe(cart.user)
  expect(others).toEqual({ DATABASE_URL: 'postgres://cart@db', PART_KEY: 'kept' })
  expect([after !== before, await cart.signsIn(after), await cart.signsIn(before)]).toEqual([
    true,
    true,
    true,
  ])
})

test('the next rotation refuses the password before the last one', async () => {
  await using cart = await open()
  const urls = [cart.urlIn('AWSCURRENT')]
  for (const id of ['v1', 'v2']) {
    await cart.rotate(id)
    urls.push(cart.urlIn('AWSCURRENT'))
  }
  expect(await Promise.all(urls.map(cart.signsIn))).toEqual([
    expect.stringContaining('WRONGPASS'),
    true,
    true,
  ])
})

test('a process that is connected stays so over two rotations', async () => {
  await using cart = await open()
  await using redis = openRedis(cart.urlIn('AWSCURRENT'))
  await redis.set('cart:1', 'wool')
  for (const id of ['v1', 'v2']) await cart.rotate(id)
  expect(await redis.get('cart:1')).toBe('wool')
})

test('a rotation that stopped after any step is finished by another with the same version', async () => {
  for (const done of [1, 2, 3]) {
    await using cart = await open()
    cart.manager.begin('v1')
    for (const each of [...steps.slice(0, done), ...steps]) await cart.step(each)
    expect(await cart.signsIn(cart.urlIn('AWSCURRENT'))).toBe(true)
  }
})

test('a password that was not set fails its test', async () => {
  await using cart = await open()
  cart.manager.begin('v1')
  await cart.step('createSecret')
  await expect(cart.step('testSecret')).rejects.toThrow(/WRONGPASS/)
})

test('Redis keeps its passwords while the database refuses the next login', async () => {
  const refusing: Login = {
    next: (url) => url,
    allow: () => Promise.reject(new Error('1 connections still use the login cart')),
    try: () => Promise.resolve(),
  }
  await using cart = await open({ DATABASE_URL: refusing })
  cart.manager.begin('v1')
  await cart.step('createSecret')
  await expect(cart.step('setSecret')).rejects.toThrow(/still use the login/)
  expect(cart.elastiCache.asked).toEqual([])
})

test('ElastiCache is asked with the signature of the role, and about the user until it is active', async () => {
  await using cart = await open()
  await cart.rotate('v1')
  expect(cart.elastiCache.asked.map(({ action }) => action)).toEqual([
    'DescribeUsers',
    'ModifyUser',
    'DescribeUsers',
    'DescribeUsers',
  ])
  for (const { authorization } of cart.elastiCache.asked)
    expect(authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-central-1\/elasticache\/aws4_request/,
    )
})

test('a secret without a login is not rotated', async () => {
  const manager = playSecretsManager({ BEACON_KEY: 'x' })
  manager.begin('v1')
  const step = rotateSecret(manager.ask, {})
  const event = { SecretId: 'shell', ClientRequestToken: 'v1', Step: 'createSecret' }
  await expect(step(event)).rejects.toThrow(/no login to rotate/)
})
