import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'

import { s3 } from './testing.ts'

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
