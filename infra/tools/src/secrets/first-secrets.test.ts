import { expect, test } from 'vitest'

import type { Aws } from './aws.ts'
import { firstSecrets } from './first-secrets.ts'

const outputs = {
  engines: {
    database: { address: 'db.example' },
    cache: { address: 'cache.example' },
    search: { endpoint: 'https://s.example' },
  },
}
const ofPeople = {
  PAYMENTS_WEBHOOK_SECRET: 'whsec_1',
  SMTP_URL: 'smtps://mail.example',
}

/** Secrets Manager and ElastiCache, as far as they are asked. */
function account() {
  const secrets = new Map<string, string>()
  const passwords = new Map<string, string>()
  const aws: Aws = async ([, verb], input) => {
    const {
      SecretId = '',
      SecretString = '',
      UserId = '',
      AuthenticationMode,
    } = input as Record<string, string> & {
      AuthenticationMode?: { Passwords: string[] }
    }
    if (verb === 'get-secret-value') {
      if (!secrets.has(SecretId)) throw new Error('ResourceNotFoundException')
      return { SecretString: secrets.get(SecretId) }
    }
    if (verb === 'put-secret-value') secrets.set(SecretId, SecretString)
    if (verb === 'modify-user') passwords.set(UserId, AuthenticationMode?.Passwords[0] ?? '')
    return {}
  }
  const secretOf = (name: string) => JSON.parse(secrets.get(`mallhive/dev/${name}`) ?? '{}')
  return { aws, secrets, passwords, secretOf }
}

test('a second run changes nothing', async () => {
  const { aws, secrets, passwords } = account()
  await firstSecrets('dev', outputs, aws, ofPeople)
  const before = [new Map(secrets), new Map(passwords)]
  expect((await firstSecrets('dev', outputs, aws, {})).missing).toEqual([])
  expect([secrets, passwords]).toEqual(before)
})

test('what only people know is asked for, and all else is filled', async () => {
  const { aws } = account()
  const { missing } = await firstSecrets('dev', outputs, aws, {})
  expect(missing.toSorted()).toEqual(['notifications SMTP_URL', 'payments PAYMENTS_WEBHOOK_SECRET'])
})

test('no two workloads share a password or a key, but those who verify what another signs share that secret', async () => {
  const { aws, secretOf } = account()
  const { publicKeys } = await firstSecrets('dev', outputs, aws, ofPeople)
  expect(secretOf('shell').BEACON_KEY).toBe(secretOf('release-health').BEACON_KEY)
  expect(secretOf('bff-cart').REDIS_URL).not.toBe(secretOf('bff').REDIS_URL)
  const kids = publicKeys.map((key) => (key as { kid: string }).kid)
  expect(new Set(kids).size).toBe(kids.length)
  expect(kids.filter((kid) => kid.startsWith('bff:')).length).toBeGreaterThan(1)
})

test('users of Redis get the passwords in the secrets', async () => {
  const { aws, passwords, secretOf } = account()
  await firstSecrets('dev', outputs, aws, ofPeople)
  expect(passwords.get('mallhive-dev-cart')).toBe(new URL(secretOf('cart').REDIS_URL).password)
})

test('after a rotation the SQL makes the service and the login in use', async () => {
  const { aws, secrets, secretOf } = account()
  await firstSecrets('dev', outputs, aws, ofPeople)
  const url = Object.assign(new URL(secretOf('orders').DATABASE_URL), { username: 'orders_next' }).href
  secrets.set('mallhive/dev/orders', JSON.stringify({ ...secretOf('orders'), DATABASE_URL: url }))
  const { sql } = await firstSecrets('dev', outputs, aws, {})
  expect(sql).toContain('create schema if not exists "orders" authorization "orders"')
  expect(sql).toContain('alter role "orders_next" login password')
  expect(sql).not.toContain('alter role "orders" login password')
})

test('the SQL holds no password', async () => {
  const { aws, secretOf } = account()
  const { sql } = await firstSecrets('dev', outputs, aws, ofPeople)
  expect(sql).toContain('create role "orders"')
  expect(sql).not.toContain(new URL(secretOf('orders').DATABASE_URL).password)
})
