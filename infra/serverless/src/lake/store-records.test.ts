import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { inject, expect, test } from 'vitest'

import { storeRecords } from './store-records.ts'

const s3At = (endpoint: string, maxAttempts = 3) =>
  new S3Client({
    endpoint,
    maxAttempts,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
const s3 = s3At(inject('engines').awsEndpoint)

async function openLake() {
  const Bucket = `lake-${randomUUID()}`
  await s3.send(new CreateBucketCommand({ Bucket }))
  const keys = async () =>
    ((await s3.send(new ListObjectsV2Command({ Bucket }))).Contents ?? []).map(({ Key }) => Key)
  const textOf = async (Key: string) =>
    (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString()
  return { store: storeRecords(s3, Bucket), keys, textOf }
}

const eventOf = (id: string = randomUUID()) => ({
  id,
  type: 'mallhive.orders.v1.OrderPlaced',
  occurredAt: '2026-11-27T23:30:00-01:00',
  key: '1',
  traceparent: '',
  payload: { '@type': 'type.googleapis.com/mallhive.orders.v1.OrderPlaced', order: { number: '1' } },
})
const record = (sequenceNumber: string, data: unknown) => ({
  kinesis: {
    sequenceNumber,
    partitionKey: '1',
    data: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64'),
  },
})
const keyOf = (id: string) => `events/type=mallhive.orders.v1.OrderPlaced/day=2026-11-28/${id}.json`

test('an event that is delivered twice, bare and over EventBridge, is one object with its whole text', async () => {
  const lake = await openLake()
  const event = eventOf()
  const bridged = { version: '0', source: 'mallhive-orders-events', 'detail-type': event.type, detail: event }
  const answer = { batchItemFailures: [] }
  expect(await lake.store({ Records: [record('1', event), record('2', bridged)] })).toEqual(answer)
  expect(await lake.store({ Records: [record('1', event)] })).toEqual(answer)
  expect(await lake.keys()).toEqual([keyOf(event.id)])
  expect(await lake.textOf(keyOf(event.id))).toBe(`${JSON.stringify(event)}\n`)
})

test('only records that cannot be read are named for another delivery, and the others are stored', async () => {
  const lake = await openLake()
  const [first, last] = [eventOf(), eventOf()]
  const bad = [
    'no JSON',
    { ...eventOf(), type: '../../raw' },
    { ...eventOf(), id: '1' },
    { ...eventOf(), occurredAt: 'today' },
  ]
  const records = [first, ...bad, last].map((data, at) => record(`${at}`, data))
  const { batchItemFailures } = await lake.store({ Records: records })
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['1', '2', '3', '4'])
  expect(new Set(await lake.keys())).toEqual(new Set([keyOf(first.id), keyOf(last.id)]))
})

test('a record that the lake does not take is named for another delivery', async () => {
  await using server = createServer((_request, response) => response.writeHead(503).end()).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const store = storeRecords(s3At(`http://127.0.0.1:${port}`, 1), 'lake')
  expect(await store({ Records: [record('7', eventOf())] })).toEqual({
    batchItemFailures: [{ itemIdentifier: '7' }],
  })
})
