import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

import {
  CopyObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns'
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { SignatureV4 } from '@smithy/signature-v4'
import { request } from 'undici'
import { expect, test, vi } from 'vitest'

import { Sha256 } from './sha256.ts'
import { credentials, endpoint, filledBucket, s3, s3Client } from './testing.ts'

const served = ['mfe/cart/1.0.0/web/a.js', 'mfe/cart/1.0.0/release.json', 'mfe/cart/live.json']
const hidden = ['mfe/cart/1.0.0/bff/main.cjs', 'mfe/cart/1.0.0/ssr/a.js', 'mfe/trust.json']
await filledBucket('mallhive-releases', ...served, ...hidden)
await filledBucket('mallhive-media', 'media/a.webp')
await filledBucket('access', 'kept')

type Options = { method?: string; headers?: IncomingHttpHeaders; body?: string }

async function answer(path: string, { method = 'GET', ...more }: Options = {}) {
  const { statusCode, body } = await request(endpoint + path, { method, ...more })
  const text = await body.text()
  return {
    status: statusCode,
    code: /<Code>(\w+)</.exec(text)?.[1] ?? /"__type":"(\w+)"/.exec(text)?.[1],
    text,
  }
}
const denied = expect.objectContaining({ status: 403, code: 'AccessDenied' })

test.each<[string, string, Options]>([
  ['PUT', '/mallhive-media/media/x.html', { body: '<script></script>' }],
  ['DELETE', '/mallhive-media/media/a.webp', {}],
  ['POST', '/mallhive-media/?delete', { body: '<Delete><Object><Key>media/a.webp</Key></Object></Delete>' }],
  ['POST', '/mallhive-media?delete', { body: '<Delete/>' }],
  [
    'PUT',
    '/mallhive-media/media/x',
    { headers: { 'x-amz-copy-source': '/mallhive-releases/mfe/trust.json' } },
  ],
  ['PUT', '/mallhive-media/media/x?renameObject', { headers: { 'x-amz-rename-source': '/media/a.webp' } }],
  ['POST', '/mallhive-media/media/x?uploads', {}],
  ['PUT', '/new-bucket', {}],
  ['DELETE', '/mallhive-media', {}],
  ['PUT', '/mallhive-media?lifecycle', { body: '<LifecycleConfiguration/>' }],
  ['GET', '/', {}],
  ['GET', '/mallhive-media', {}],
  ['GET', '/mallhive-media/?list-type=2', {}],
  ['GET', '/mallhive-media/media/a.webp?attributes', {}],
  ['GET', '/mallhive-media/media/a.webp?response-content-type=text/html', {}],
  ['GET', '/access/kept', {}],
  ['GET', '/_fauxqs/queues', {}],
])('S3 refuses an unsigned %s %s', async (method, path, more) => {
  expect(await answer(path, { method, ...more })).toEqual(denied)
})

test('an unsigned read gets only objects that the bucket policy allows', async () => {
  for (const key of served)
    expect(await answer(`/mallhive-releases/${key}`)).toMatchObject({ status: 200, text: key })
  expect(await answer('/mallhive-media/media/a.webp')).toMatchObject({ status: 200 })
  for (const key of hidden) expect(await answer(`/mallhive-releases/${key}`)).toEqual(denied)
  expect(await answer('/mallhive-releases/mfe/cart%2F1.0.0%2Fbff%2Fmain.cjs')).toEqual(denied)
  // The virtual-hosted style addresses the same bucket.
  const { port } = new URL(endpoint)
  const headers = { host: `mallhive-releases.localhost:${port}` }
  expect(await answer('/mfe/trust.json', { headers })).toEqual(denied)
})

test.each([
  ['another secret', { secretAccessKey: 'guess' }, 'SignatureDoesNotMatch'],
  ['an unknown key', { accessKeyId: 'stranger' }, 'InvalidAccessKeyId'],
])('S3 refuses a signature with %s', async (_, wrong, name) => {
  const put = new PutObjectCommand({ Bucket: 'access', Key: 'x', Body: 'x' })
  await expect(s3Client(wrong).send(put)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 403 } })
})

test('a signed request is executed', async () => {
  const Key = 'a b+c/ä&=?.txt'
  await s3.send(new PutObjectCommand({ Bucket: 'access', Key, Body: 'words', Metadata: { a: 'b' } }))
  const copy = { Bucket: 'access', Key: 'copy', CopySource: `access/${encodeURIComponent(Key)}` }
  await s3.send(new CopyObjectCommand(copy))
  const object = await s3.send(new GetObjectCommand({ Bucket: 'access', Key: 'copy' }))
  expect(await object.Body?.transformToString()).toBe('words')
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: 'access', Prefix: 'a b' }))
  expect(Contents?.map((entry) => entry.Key)).toEqual([Key])
})

test('a presigned address is valid only for its method, its key and its time', async () => {
  const put = await getSignedUrl(s3, new PutObjectCommand({ Bucket: 'access', Key: 'gift' }), {
    expiresIn: 60,
  })
  const path = put.slice(endpoint.length)
  expect(await answer(path, { method: 'PUT', body: 'present' })).toMatchObject({ status: 200 })
  expect(await answer(path, { method: 'DELETE' })).toMatchObject({
    status: 403,
    code: 'SignatureDoesNotMatch',
  })
  expect(await answer(path.replace('gift', 'kept'), { method: 'PUT', body: 'x' })).toMatchObject({
    status: 403,
  })
  expect(await answer(path.replace('Expires=60', 'Expires=600'), { method: 'PUT' })).toMatchObject({
    status: 403,
  })
  const headers = { 'x-amz-copy-source': '/mallhive-releases/mfe/trust.json' }
  expect(await answer(path, { method: 'PUT', headers })).toEqual(denied)

  const get = new GetObjectCommand({ Bucket: 'access', Key: 'gift' })
  const signingDate = new Date(Date.now() - 61_000)
  const late = await getSignedUrl(s3, get, { expiresIn: 60, signingDate })
  expect(await answer(late.slice(endpoint.length))).toMatchObject({
    status: 403,
    text: expect.stringContaining('Request has expired'),
  })
})

test('a signed request is refused with another body, more headers, or an hour later', async () => {
  const { url, headers } = await captured(
    new PutObjectCommand({ Bucket: 'access', Key: 'signed', Body: 'as signed' }),
  )
  const send = (more: Options) => answer(url, { method: 'PUT', headers, body: 'as signed', ...more })
  expect(await send({ body: 'as forged' })).toMatchObject({ status: 400, code: 'XAmzContentSHA256Mismatch' })
  const copying = { ...headers, 'x-amz-copy-source': '/mallhive-releases/mfe/trust.json' }
  expect(await send({ headers: copying })).toEqual(denied)
  expect(await send({})).toMatchObject({ status: 200 })

  vi.useFakeTimers({ now: Date.now() - 3600_000, toFake: ['Date'] })
  const old = await captured(new PutObjectCommand({ Bucket: 'access', Key: 'old', Body: 'x' }))
  vi.useRealTimers()
  const late = await answer(old.url, { method: 'PUT', headers: old.headers, body: 'x' })
  expect(late).toMatchObject({ status: 403, code: 'RequestTimeTooSkewed' })
})

test('SNS and SQS take signed requests only', async () => {
  const sns = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(await answer('/', { method: 'POST', headers: sns, body: 'Action=ListTopics' })).toEqual(denied)
  const sqs = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.ListQueues' }
  expect(await answer('/', { method: 'POST', headers: sqs, body: '{}' })).toEqual(denied)

  const options = { endpoint, region: 'eu-central-1', maxAttempts: 1 }
  const wrong = { ...credentials, secretAccessKey: 'guess' }
  for (const [given, outcome] of [
    [credentials, 'fulfilled'],
    [wrong, 'rejected'],
  ] as const) {
    const results = await Promise.allSettled([
      new SNSClient({ ...options, credentials: given }).send(new ListTopicsCommand()),
      new SQSClient({ ...options, credentials: given }).send(new ListQueuesCommand()),
    ])
    expect(results.map(({ status }) => status)).toEqual([outcome, outcome])
  }
})

test.each([
  ['s3', 403],
  ['sns', 200],
])('a request to SNS that is signed for %s is answered %i', async (service, status) => {
  const { hostname, port, host } = new URL(endpoint)
  const signer = new SignatureV4({ service, region: 'eu-central-1', credentials, sha256: Sha256 })
  const body = 'Action=ListTopics&Version=2010-03-31'
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded' }
  const message = {
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: '/',
    headers,
    body,
  }
  const signed = await signer.sign(message)
  expect(await answer('/', { method: 'POST', headers: signed.headers, body })).toMatchObject({ status })
})

test('a request to SQS whose signature covers the body, without a header for its hash, is accepted with that body only', async () => {
  const { hostname, port, host } = new URL(endpoint)
  const signer = new SignatureV4({
    service: 'sqs',
    region: 'eu-central-1',
    credentials,
    sha256: Sha256,
    // As the AWS command line signs.
    applyChecksum: false,
  })
  const message = {
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: '/',
    headers: {
      host,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'AmazonSQS.ListQueues',
    },
    body: '{}',
  }
  const { headers } = await signer.sign(message)
  expect(headers).not.toHaveProperty('x-amz-content-sha256')
  expect(await answer('/', { method: 'POST', headers, body: '{}' })).toMatchObject({ status: 200 })
  expect(await answer('/', { method: 'POST', headers, body: '{"MaxResults":1}' })).toMatchObject({
    status: 403,
    code: 'SignatureDoesNotMatch',
  })
})

/** Returns address and headers of a request as the SDK sends it. */
async function captured(command: PutObjectCommand): Promise<{ url: string; headers: IncomingHttpHeaders }> {
  const { promise, resolve } = Promise.withResolvers<{ url: string; headers: IncomingHttpHeaders }>()
  const recorder = createServer(({ url = '', headers }, response) => {
    resolve({ url, headers })
    response.end()
  })
  await once(recorder.listen(0, '127.0.0.1'), 'listening')
  const { port } = recorder.address() as AddressInfo
  await s3Client({}, `http://127.0.0.1:${port}`).send(command)
  recorder.closeAllConnections()
  recorder.close()
  return promise
}
