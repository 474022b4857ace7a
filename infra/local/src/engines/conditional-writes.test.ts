import { Readable } from 'node:stream'

import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { SignatureV4 } from '@smithy/signature-v4'
import { Pool } from 'undici'
import { afterAll, expect, test } from 'vitest'

import { Sha256 } from './sha256.ts'
import { credentials, endpoint, s3 } from './testing.ts'

/** Sends paths as they are spelled, which `request` does not. */
const pool = new Pool(endpoint)
afterAll(() => pool.destroy())

const Bucket = `guard-${process.pid}`
await s3.send(new CreateBucketCommand({ Bucket }))

const put = (Key: string, Body: string, condition: { IfMatch?: string; IfNoneMatch?: string } = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...condition }))
const status = (httpStatusCode: number) =>
  expect.objectContaining({ $metadata: expect.objectContaining({ httpStatusCode }) })

test('a key that must not exist is written once', async () => {
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => put('once', `${n}`, { IfNoneMatch: '*' })),
  )
  expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1)
  await expect(put('once', 'again', { IfNoneMatch: '*' })).rejects.toEqual(status(412))
})

test('of several writers that read the same version exactly one succeeds', async () => {
  const { ETag } = await put('pointer', 'first')
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => put('pointer', `v${n}`, { IfMatch: ETag })),
  )
  expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1)
})

test('replacing a missing object is refused as NoSuchKey', async () => {
  await expect(put('absent', 'x', { IfMatch: '"0"' })).rejects.toEqual(status(404))
})

/** Sends a signed PUT with the path as it is spelled here, at a host of this name. */
async function putSpelled(path: string, body: string, condition: Record<string, string>, name = '127.0.0.1') {
  const host = `${name}:${new URL(endpoint).port}`
  const signer = new SignatureV4({
    service: 's3',
    region: 'eu-central-1',
    credentials,
    sha256: Sha256,
    uriEscapePath: false,
  })
  const message = {
    method: 'PUT',
    protocol: 'http:',
    hostname: '127.0.0.1',
    path,
    headers: { host, ...condition },
    body,
  }
  const { headers } = await signer.sign(message)
  const answer = await pool.request({ path, method: 'PUT', headers, body })
  await answer.body.dump()
  return answer.statusCode
}

const ifNew = { 'if-none-match': '*' }

test('a key is one key in every spelling and in both styles of addresses', async () => {
  const spellings = [
    `/${Bucket}/dir/name`,
    `/${Bucket}/dir%2Fname`,
    `/${Bucket}/d%69r/name`,
    `/${Bucket}/dir/nam%65`,
  ]
  const attempts = [
    ...spellings.map((path) => putSpelled(path, path, ifNew)),
    putSpelled('/dir/name', 'virtual', ifNew, `${Bucket}.localhost`),
    putSpelled('/di%72/name', 'virtual', ifNew, `${Bucket}.localhost`),
  ]
  expect((await Promise.all(attempts)).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412, 412, 412])
  expect(await putSpelled(`/${Bucket}/x/%2e%2e/dir/name`, 'dots', ifNew)).toBe(400)
})

test('two slashes are part of a key', async () => {
  expect(await putSpelled(`/${Bucket}/two/slash`, 'one', ifNew)).toBe(200)
  expect(await putSpelled(`/${Bucket}/two//slash`, 'two', ifNew)).toBe(200)
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'two/slash' }))
  expect(await Body?.transformToString()).toBe('one')
})

test('completing a multipart upload keeps its condition', async () => {
  const complete = async (condition: { IfMatch?: string; IfNoneMatch?: string }) => {
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'parts' }))
    const upload = { Bucket, Key: 'parts', UploadId }
    const { ETag } = await s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'part' }))
    const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] }
    return s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload, ...condition }))
  }
  const attempts = await Promise.allSettled([1, 2, 3].map(() => complete({ IfNoneMatch: '*' })))
  expect(attempts.filter(({ status: outcome }) => outcome === 'fulfilled')).toHaveLength(1)
  await expect(complete({ IfMatch: '"0"' })).rejects.toEqual(status(412))
})

test('a writer that never sends its body blocks no other', async () => {
  const { ETag } = await put('slow', 'first')
  const stalled = new AbortController()
  const body = new Readable({ read: () => {} })
  body.push('x')
  const { host } = new URL(endpoint)
  const signer = new SignatureV4({ service: 's3', region: 'eu-central-1', credentials, sha256: Sha256 })
  const headers = { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
  const path = `/${Bucket}/slow`
  const signed = await signer.sign({ method: 'PUT', protocol: 'http:', hostname: '127.0.0.1', path, headers })
  const pending = pool.request({ path, method: 'PUT', headers: signed.headers, body, signal: stalled.signal })
  pending.catch(() => undefined)
  await put('slow', 'second', { IfMatch: ETag })
  stalled.abort()
  await expect(pending).rejects.toThrow(/abort/i)
})
