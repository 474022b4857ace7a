import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns'
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { openBus } from '@mallhive/service-kit/bus'
import { afterAll, expect, test } from 'vitest'

import { type Part, type PartName, mall } from '../../../mall.ts'
import { wipeState } from '../mall/wipe-state.ts'
import { openAws } from './aws.ts'
import { partCredentials } from './part-access.ts'
import { credentials, fillBucket, s3Client } from './testing.ts'

// An engine of its own: services of other tests read the queues of these names.
const stateDir = mkdtempSync(join(tmpdir(), 'aws-'))
const aws = await openAws({ stateDir, logDir: join(stateDir, 'logs'), durable: false, credentials })
const endpoint = aws.url
afterAll(async () => {
  await aws.part?.stop()
  wipeState(stateDir)
})

await fillBucket(s3Client({}, endpoint), 'mallhive-releases', [
  'trust.json',
  'mfe/cart/live.json',
  'mfe/cart/1.0.0/bff/main.cjs',
])
await fillBucket(s3Client({}, endpoint), 'mallhive-media', ['media/a.webp'])

const clientsOf = (part: string) => {
  const own = partCredentials(credentials, part)
  const options = { endpoint, region: 'eu-central-1', maxAttempts: 1, credentials: own }
  return { s3: s3Client(own, endpoint), sns: new SNSClient(options), sqs: new SQSClient(options), own }
}
const busOf = (part: string) => {
  const { accessKeyId, secretAccessKey } = partCredentials(credentials, part)
  return openBus({
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  })
}
const denied = { $metadata: { httpStatusCode: 403 } }
const arn = (topic: string) => `arn:aws:sns:eu-central-1:000000000000:${topic}`
const queueUrl = (name: string) => `${endpoint}/000000000000/${name}`
const parts = Object.entries<Part>(mall)
const publishers = parts.flatMap(([name, { publishes }]) => (publishes ? [[name, publishes] as const] : []))
const consumers = parts.flatMap(([name, { subscribes }]) => (subscribes ? [[name, subscribes] as const] : []))

test.each(publishers)('%s publishes to %s and to no other topic', async (name, topic) => {
  using bus = busOf(name)
  const events = [{ id: '1', type: 'x', body: '{}' }]
  expect(await bus.publish(topic, events)).toEqual(['1'])
  const { sns } = clientsOf(name)
  for (const [, other] of publishers.filter(([another]) => another !== name)) {
    await expect(bus.publish(other, events)).rejects.toMatchObject(denied)
    await expect(sns.send(new PublishCommand({ TopicArn: arn(other), Message: 'x' }))).rejects.toMatchObject(
      denied,
    )
  }
})

test.each(consumers)('%s reads its own queue of %j and no other', async (name, topics) => {
  using bus = busOf(name)
  const queue = await bus.openQueue(
    name,
    topics.map((topic) => ({ topic, types: ['x'] })),
  )
  expect(await bus.receive(queue, 0)).toEqual([])
  expect(await bus.depth(queue)).toEqual({ visible: 0, hidden: 0 })
  const { sqs, sns } = clientsOf(name)
  for (const QueueUrl of [queueUrl('mallhive-payments'), `${queueUrl('mallhive-payments')}?/${queue}`])
    await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject(denied)
  await expect(sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: 'x' }))).rejects.toMatchObject(
    denied,
  )
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: 'arn:aws:sqs:eu-central-1:000000000000:mallhive-payments',
    maxReceiveCount: 1,
  })
  const create = new CreateQueueCommand({ QueueName: `mallhive-${name}`, Attributes: { RedrivePolicy } })
  await expect(sqs.send(create)).rejects.toMatchObject(denied)
  const Endpoint = 'arn:aws:sqs:eu-central-1:000000000000:mallhive-payments'
  const subscribe = new SubscribeCommand({ TopicArn: arn(topics[0] ?? ''), Protocol: 'sqs', Endpoint })
  await expect(sns.send(subscribe)).rejects.toMatchObject(denied)
  await expect(sns.send(new CreateTopicCommand({ Name: 'mallhive-payments-other' }))).rejects.toMatchObject(
    denied,
  )
  await expect(sns.send(new ListTopicsCommand())).rejects.toMatchObject(denied)
})

test('a part changes the filter of its own subscriptions, not those of other queues of the topic', async () => {
  const topic = 'mallhive-catalog-events'
  const subscribers = consumers.filter(([, topics]) => topics.includes(topic)).map(([name]) => name)
  for (const name of subscribers) {
    using bus = busOf(name)
    await bus.openQueue(name, [{ topic, types: ['x'] }])
  }
  const [name = '', another = ''] = subscribers
  const { sns } = clientsOf(name)
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: arn(topic) }))
  const subscriptionOf = (part: string) =>
    Subscriptions.find(({ Endpoint }) => Endpoint?.endsWith(`:mallhive-${part}`))?.SubscriptionArn ?? ''
  const filter = (part: string, AttributeName = 'FilterPolicy') =>
    new SetSubscriptionAttributesCommand({
      SubscriptionArn: subscriptionOf(part),
      AttributeName,
      AttributeValue: '{"type":["x"]}',
    })
  await expect(sns.send(filter(name))).resolves.toBeDefined()
  await expect(sns.send(filter(name, 'RedrivePolicy'))).rejects.toMatchObject(denied)
  await expect(sns.send(filter(another))).rejects.toMatchObject(denied)
  for (const part of [name, another]) {
    const unsubscribe = new UnsubscribeCommand({ SubscriptionArn: subscriptionOf(part) })
    await expect(sns.send(unsubscribe)).rejects.toMatchObject(denied)
  }
  const confirm = new ConfirmSubscriptionCommand({ TopicArn: arn(topic), Token: subscriptionOf(another) })
  await expect(sns.send(confirm)).rejects.toMatchObject(denied)
})

const writable: [PartName, string[]][] = [
  ['bff', ['used/cart/1.0.0.json']],
  ['shell', ['used/cart/1.0.0.json']],
  ['shell-previews', ['used/cart/1.0.0.json']],
  ['release-desk', ['mfe/cart/live.json']],
  ['catalog', []],
  ['identity', []],
  ['edge', []],
]
const keys = [
  'used/cart/1.0.0.json',
  'mfe/cart/1.0.0/web/page.html/used.json',
  'mfe/cart/live.json',
  'mfe/cart/1.0.0/bff/main.cjs',
  'trust.json',
]

test.each(writable)('%s writes to the releases %j and nothing else', async (name, own) => {
  const { s3 } = clientsOf(name)
  const put = (Bucket: string, Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
  const outcomes = await Promise.allSettled(keys.map((key) => put('mallhive-releases', key)))
  expect(keys.filter((_, at) => outcomes[at]?.status === 'fulfilled')).toEqual(own)
  await expect(put('mallhive-media', 'media/x.html')).rejects.toMatchObject(denied)
  const Bucket = 'mallhive-releases'
  for (const Key of keys)
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key }))).rejects.toMatchObject(denied)
  const CopySource = `${Bucket}/trust.json`
  const copy = new CopyObjectCommand({ Bucket, Key: own[0] ?? 'x', CopySource })
  await expect(s3.send(copy)).rejects.toMatchObject(denied)
})

test('only hosts of releases and the desk read bundles and the policy; only the administrator lists buckets', async () => {
  const reads = async (name: string) => {
    const { s3 } = clientsOf(name)
    const outcomes = await Promise.allSettled([
      s3.send(new GetObjectCommand({ Bucket: 'mallhive-releases', Key: 'trust.json' })),
      s3.send(new ListObjectsV2Command({ Bucket: 'mallhive-releases', Prefix: 'mfe/' })),
    ])
    await expect(s3.send(new ListBucketsCommand())).rejects.toMatchObject(denied)
    return outcomes.every(({ status }) => status === 'fulfilled')
  }
  const readers = []
  for (const [name] of parts) if (await reads(name)) readers.push(name)
  expect(readers.toSorted()).toEqual(['bff', 'release-desk', 'shell', 'shell-previews'])
})

test('no part signs as another, and an unknown part has no key', async () => {
  const { secretAccessKey } = partCredentials(credentials, 'cart')
  for (const accessKeyId of ['payments', 'constructor', '__proto__', credentials.accessKeyId]) {
    const s3 = s3Client({ accessKeyId, secretAccessKey }, endpoint)
    await expect(s3.send(new ListBucketsCommand())).rejects.toMatchObject(denied)
  }
})
