import { createHmac, randomUUID } from 'node:crypto'

import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { expect, inject, test } from 'vitest'

import { receiveWebhook } from './receive-webhook.ts'
import { secretsByPartner } from './secrets-by-partner.ts'

const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`
const secrets = { parcels: [secretOf('old'), secretOf('new')], couriers: [secretOf('couriers')] }
const body = JSON.stringify({ type: 'parcel.delivered', data: { parcel: 'ü 1' } })

const sqs = new SQSClient({
  endpoint: inject('engines').awsEndpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
})

async function open() {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `webhooks-${randomUUID()}` }))
  const receive = receiveWebhook({
    sqs,
    queueUrl: QueueUrl ?? '',
    secretsOf: secretsByPartner(() => Promise.resolve(secrets)),
  })
  const queued = async (): Promise<unknown[]> => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    return Messages.map(({ Body = '' }) => JSON.parse(Body))
  }
  return { receive, queued }
}

const seconds = (offset = 0) => `${Math.floor(Date.now() / 1000) + offset}`
const sign = (secret: string, id: string, timestamp: string, text: string) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(`${id}.${timestamp}.${text}`)
    .digest('base64')}`

type Given = {
  partner: string
  id: string
  timestamp: string
  signedText: string
  sent: string
  signature: string
  encoded: boolean
}

/** A request as API Gateway sends it, signed by a partner's secret unless said otherwise. */
function requestOf({
  partner = 'parcels',
  id = 'msg_1',
  timestamp = seconds(),
  signedText = body,
  sent = signedText,
  signature = sign(secrets.parcels[0]!, id, timestamp, signedText),
  encoded = false,
}: Partial<Given> = {}) {
  return {
    version: '2.0',
    routeKey: 'POST /partners/{partner}',
    rawPath: `/partners/${partner}`,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    },
    requestContext: { http: { method: 'POST', path: `/partners/${partner}` } },
    pathParameters: { partner },
    body: encoded ? Buffer.from(sent).toString('base64') : sent,
    isBase64Encoded: encoded,
  }
}

test.for([
  ['signed by the old secret', requestOf()],
  ['signed by the new secret', requestOf({ timestamp: '1', signature: 'new' })],
  ['signed by both', requestOf({ timestamp: '1', signature: 'both' })],
  ['encoded by API Gateway', requestOf({ encoded: true })],
] as const)('a message %s is queued once with its partner and id', async ([, given]) => {
  const { receive, queued } = await open()
  const now = seconds()
  const [old, fresh] = secrets.parcels.map((secret) => sign(secret, 'msg_1', now, body))
  const signature = { new: fresh, both: `v1a,x ${old} ${fresh}` }[given.headers['webhook-signature']]
  const headers = signature
    ? { ...given.headers, 'webhook-timestamp': now, 'webhook-signature': signature }
    : given.headers
  expect(await receive({ ...given, headers })).toEqual({ statusCode: 202 })
  expect(await queued()).toEqual([{ partner: 'parcels', id: 'msg_1', message: JSON.parse(body) }])
})

test.for([
  ['a changed body', 401, { sent: body.replace('1', '2') }],
  ['an older signature', 401, { timestamp: seconds(-301) }],
  ['a signature of the future', 401, { timestamp: seconds(400) }],
  ['the secret of another partner', 401, { partner: 'couriers' }],
  ['an unknown partner', 401, { partner: 'unknown' }],
  ['the name of a property that every object has', 401, { partner: 'constructor' }],
  ['no signature that is one', 401, { signature: 'v1, v1,AAAA v2,x' }],
  ['an id that would be read as part of the signed text', 400, { id: 'a b' }],
  ['a signed text that is no JSON', 400, { signedText: '{' }],
  ['more than 64 KiB', 413, { signedText: JSON.stringify('x'.repeat(65_536)) }],
] as const)('%s is refused and nothing is queued', async ([, statusCode, change]) => {
  const { receive, queued } = await open()
  expect(await receive(requestOf(change))).toEqual({ statusCode })
  expect(await queued()).toEqual([])
})

test('a request without the headers of a signature is refused', async () => {
  const { receive } = await open()
  expect(await receive({ ...requestOf(), headers: {} })).toEqual({ statusCode: 400 })
})

test('a queue that fails makes the request fail, so that the partner sends it again', async () => {
  const queueUrl = `${inject('engines').awsEndpoint}/000000000000/none-${randomUUID()}`
  const receive = receiveWebhook({ sqs, queueUrl, secretsOf: async () => secrets.parcels })
  await expect(receive(requestOf())).rejects.toThrow(/queue/i)
})
