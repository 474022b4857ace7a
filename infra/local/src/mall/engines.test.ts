import { chmodSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import {
  CreateQueueCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SQSClient,
  SendMessageCommand,
} from '@aws-sdk/client-sqs'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'

import { type Engines, openEngines } from './engines.ts'
import { endOrphans } from './orphans.ts'
import { awsCredentials } from './secrets.ts'
import { type Supervisor, openSupervisor } from './supervisor.ts'
import { wipeState } from './wipe-state.ts'

const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-durable-'))
chmodSync(stateDir, 0o755)
const supervisors: Supervisor[] = []
afterAll(async () => {
  await Promise.all(supervisors.map((parts) => parts.stop()))
  wipeState(stateDir)
})

function open(): Promise<Engines> {
  const parts = openSupervisor(stateDir)
  supervisors.push(parts)
  return openEngines(parts, stateDir, true)
}

/** The engines without the databases' URLs, whose ports change at every start. */
async function clients({ databaseUrls, redis, aws, secrets }: Engines) {
  const options = {
    endpoint: aws.url,
    region: 'eu-central-1',
    credentials: awsCredentials(secrets),
  }
  const db = new Client({ connectionString: databaseUrls.cart })
  // Ignores the lost connection when the server is killed.
  db.on('error', () => {})
  await db.connect()
  const cache = new Redis(redis.url, { retryStrategy: () => null })
  cache.on('error', () => {})
  return { db, cache, s3: new S3Client({ ...options, forcePathStyle: true }), sqs: new SQSClient(options) }
}

const modeOf = (folder: string) => (statSync(join(stateDir, folder)).mode & 0o777).toString(8)

const object = { Bucket: 'mallhive-media', Key: 'kept' }

test('no other user of the machine enters the folders of the engines, also of an older state', async () => {
  mkdirSync(join(stateDir, 'redis'), { mode: 0o755 })
  await open()
  const folders = ['aws', 'redis', 'mail', 'postgres']
  expect(folders.map((folder) => `${folder} ${modeOf(folder)}`)).toEqual(
    folders.map((folder) => `${folder} 700`),
  )
  await supervisors.pop()?.stop()
})

test('the role of a service creates tables in its own schema, and no schema', async () => {
  const { databaseUrls } = await open()
  const db = new Client({ connectionString: databaseUrls.cart })
  await db.connect()
  await db.query('create table cart.own (n int); drop table cart.own')
  for (const statement of [
    'create schema payments_2',
    'create table payments.own (n int)',
    'create table public.own (n int)',
  ])
    await expect(db.query(statement)).rejects.toMatchObject({ code: '42501' })
  await db.end()
  await supervisors.pop()?.stop()
})

test('acknowledged writes survive kill -9 of all engines', async () => {
  const before = await open()
  const first = await clients(before)
  await first.db.query('create table cart.kept (n int)')
  await first.sqs.send(new CreateQueueCommand({ QueueName: 'kept' }))
  const { QueueUrl } = await first.sqs.send(new GetQueueUrlCommand({ QueueName: 'kept' }))
  await Promise.all([
    first.db.query('insert into cart.kept values (7)'),
    first.cache.set('kept', '7'),
    first.s3.send(new PutObjectCommand({ ...object, Body: '7' })),
    first.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '7' })),
  ])
  const [parts] = supervisors
  for (const name of ['postgres', 'redis', 'aws', 'mail']) await parts?.kill(name)
  await endOrphans(stateDir)

  const after = await open()
  const second = await clients(after)
  const { rows } = await second.db.query('select n from cart.kept')
  const body = await second.s3.send(new GetObjectCommand(object))
  const queue = await second.sqs.send(new GetQueueUrlCommand({ QueueName: 'kept' }))
  const receive = new ReceiveMessageCommand({ QueueUrl: queue.QueueUrl, WaitTimeSeconds: 1 })
  const { Messages } = await second.sqs.send(receive)
  expect(rows).toEqual([{ n: 7 }])
  expect(await second.cache.get('kept')).toBe('7')
  expect(await body.Body?.transformToString()).toBe('7')
  expect(Messages?.map((message) => message.Body)).toEqual(['7'])
  await second.db.end()
  second.cache.disconnect()

  // A service's role still has no rights on another service's schema.
  const stranger = new Client({ connectionString: after.databaseUrls.orders })
  await stranger.connect()
  await expect(stranger.query('select * from cart.kept')).rejects.toThrow(/permission denied for schema cart/)
  await stranger.end()
}, 60_000)
