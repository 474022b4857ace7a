import { randomUUID } from 'node:crypto'

import { Client } from 'pg'
import { afterEach, expect, inject, test } from 'vitest'

import { databaseLogin } from './database-login.ts'
import { playSecretsManager } from './play-secrets-manager.ts'
import { rotateSecret } from './rotate-secret.ts'

const made: string[] = []
afterEach(async () => {
  await using superuser = await connect(inject('engines').postgresUrl)
  for (const name of made.splice(0).toReversed())
    await superuser.client.query(`drop owned by "${name}" cascade; drop role "${name}"`).catch(() => {})
})

async function connect(connectionString: string) {
  const client = new Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  return { client, [Symbol.asyncDispose]: () => client.end() }
}

const signsIn = async (url: string): Promise<boolean> => {
  await using _ = await connect(url)
  return true
}

/** A service's role in a real PostgreSQL, and an administrator as RDS has one: not a superuser. */
async function open() {
  const name = `rotated${randomUUID().slice(0, 8)}`
  const admin = `admin${name}`
  made.push(admin, name, `${name}_next`)
  await using superuser = await connect(inject('engines').postgresUrl)
  await superuser.client.query(`create role ${admin} login createrole password 'of-the-administrator'`)
  const as = (username: string, password: string) =>
    Object.assign(new URL(inject('engines').postgresUrl), { username, password }).href
  await using administrator = await connect(as(admin, 'of-the-administrator'))
  await administrator.client.query(`create role ${name} login password 'first'`)
  await superuser.client.query(`create schema ${name} authorization ${name}`)
  const manager = playSecretsManager({ DATABASE_URL: as(name, 'first'), PART_KEY: 'kept' })
  const readAdministrator = () => Promise.resolve({ username: admin, password: 'of-the-administrator' })
  const handler = rotateSecret(manager.ask, { DATABASE_URL: databaseLogin(readAdministrator) })
  const step = (Step: string, ClientRequestToken = 'v1') =>
    handler({ SecretId: 'orders', ClientRequestToken, Step })
  const rotate = async (id: string) => {
    manager.begin(id)
    for (const each of steps) await step(each, id)
  }
  const urlIn = (stage: string) => manager.valueOf(stage)['DATABASE_URL'] ?? ''
  const userIn = (stage: string) => new URL(urlIn(stage)).username
  return { name, manager, step, rotate, urlIn, userIn }
}

const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret']

test('a rotation gives the other login a password, keeps the one before valid, and changes nothing else in the secret', async () => {
  const { name, manager, rotate, urlIn, userIn } = await open()
  const before = urlIn('AWSCURRENT')
  await rotate('v1')
  expect([userIn('AWSCURRENT'), manager.valueOf('AWSCURRENT')['PART_KEY']]).toEqual([`${name}_next`, 'kept'])
  await using next = await connect(urlIn('AWSCURRENT'))
  await next.client.query(`create table ${name}.made (id int)`)
  await using old = await connect(before)
  const { rows } = await old.client.query(`select tableowner from pg_tables where schemaname = '${name}'`)
  expect(rows).toEqual([{ tableowner: name }])
})

test('the next rotation goes back to the first login with a new password, and its old one is refused', async () => {
  const { name, rotate, urlIn, userIn } = await open()
  const before = urlIn('AWSCURRENT')
  await rotate('v1')
  await rotate('v2')
  expect(userIn('AWSCURRENT')).toBe(name)
  await expect(signsIn(before)).rejects.toThrow(/password authentication failed/)
  expect(await signsIn(urlIn('AWSCURRENT'))).toBe(true)
})

test('each step that is repeated changes nothing more', async () => {
  const { manager, step, urlIn } = await open()
  manager.begin('v1')
  const seen: string[] = []
  for (const each of steps) {
    await step(each)
    await step(each)
    seen.push(urlIn(each === 'finishSecret' ? 'AWSCURRENT' : 'AWSPENDING'))
  }
  expect(new Set(seen).size).toBe(1)
  for (const each of steps) await step(each)
  expect(await signsIn(urlIn('AWSCURRENT'))).toBe(true)
})

test('a rotation that stopped after any step is finished by another with the same version', async () => {
  for (const done of [1, 2, 3]) {
    const { name, manager, step, urlIn, userIn } = await open()
    manager.begin('v1')
    for (const each of steps.slice(0, done)) await step(each)
    for (const each of steps) await step(each)
    expect([userIn('AWSCURRENT'), await signsIn(urlIn('AWSCURRENT'))]).toEqual([`${name}_next`, true])
  }
})

test('a login that processes are still connected by keeps its password', async () => {
  const { manager, rotate, step, urlIn } = await open()
  const before = urlIn('AWSCURRENT')
  await rotate('v1')
  await using _ = await connect(before)
  manager.begin('v2')
  await step('createSecret', 'v2')
  await expect(step('setSecret', 'v2')).rejects.toThrow(/still use the login/)
  expect(await signsIn(before)).toBe(true)
})

test('a secret that a person has changed meanwhile is not rotated', async () => {
  const { name, manager, step } = await open()
  manager.begin('v1')
  await step('createSecret')
  manager.change({ DATABASE_URL: `postgres://${name}:x@another.example/mallhive` })
  await expect(step('setSecret')).rejects.toThrow(/changed since its rotation began/)
})

test('a password that was not set fails its test, and the secret stays as it was', async () => {
  const { name, manager, step, userIn } = await open()
  manager.begin('v1')
  await step('createSecret')
  await expect(step('testSecret')).rejects.toThrow(/authentication failed/)
  expect(userIn('AWSCURRENT')).toBe(name)
})

test('a version that Secrets Manager does not know is refused', async () => {
  const { step } = await open()
  await expect(step('createSecret', 'unknown')).rejects.toThrow(/no version unknown/)
})
