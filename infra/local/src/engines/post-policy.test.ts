import { createHmac } from 'node:crypto'

import { GetObjectCommand } from '@aws-sdk/client-s3'
import { getSigningKey } from '@smithy/signature-v4'
import { expect, test } from 'vitest'

import { Sha256 } from './sha256.ts'
import { credentials, endpoint, filledBucket, s3 } from './testing.ts'

await filledBucket('uploads')

type Form = {
  /** Fields that replace those of the signed policy. */
  fields?: Record<string, string>
  file?: Blob
  fileName?: string
  bucket?: string
  expiresMs?: number
  secretAccessKey?: string
  omit?: string
  /** Leaves the policy's condition of the bucket out. */
  anyBucket?: boolean
}

/** Posts a form as a browser would, with a policy for an upload of at most ten bytes below `returns/42/`. */
async function upload(form: Form = {}) {
  const { bucket = 'uploads', file = new Blob(['picture']), fileName = 'a.webp', expiresMs = 60_000 } = form
  const now = new Date()
  const date = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const shortDate = date.slice(0, 8)
  const credential = `${credentials.accessKeyId}/${shortDate}/eu-central-1/s3/aws4_request`
  const own = { 'x-amz-algorithm': 'AWS4-HMAC-SHA256', 'x-amz-credential': credential, 'x-amz-date': date }
  const conditions = [
    ...(form.anyBucket ? [] : [{ bucket: 'uploads' }]),
    ['starts-with', '$key', 'returns/42/'],
    ['eq', '$Content-Type', 'image/webp'],
    ['content-length-range', 1, 10],
    ...Object.entries(own).map(([name, value]) => ({ [name]: value })),
  ]
  const expiration = new Date(now.getTime() + expiresMs).toISOString()
  const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
  const signer = { ...credentials, ...(form.secretAccessKey && { secretAccessKey: form.secretAccessKey }) }
  const key = await getSigningKey(Sha256, signer, shortDate, 'eu-central-1', 's3')
  const signature = createHmac('sha256', key).update(policy).digest('hex')
  const fields: Record<string, string> = {
    key: 'returns/42/${filename}',
    'Content-Type': 'image/webp',
    ...own,
    policy,
    'x-amz-signature': signature,
    ...form.fields,
  }
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) if (name !== form.omit) body.append(name, value)
  body.append('file', file, fileName)
  const answer = await fetch(`${endpoint}/${bucket}`, { method: 'POST', body })
  return { status: answer.status, code: /<Code>(\w+)</.exec(await answer.text())?.[1] }
}

test('an upload within its policy is stored', async () => {
  expect(await upload()).toEqual({ status: 204 })
  const object = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'returns/42/a.webp' }))
  expect([object.ContentType, await object.Body?.transformToString()]).toEqual(['image/webp', 'picture'])
})

test.each<[string, Form, number, string]>([
  ['that is larger than the range', { file: new Blob(['x'.repeat(11)]) }, 400, 'EntityTooLarge'],
  ['that is smaller than the range', { file: new Blob([]) }, 400, 'EntityTooSmall'],
  ['of a key with dot segments', { fields: { key: 'returns/42/../43/a.webp' } }, 400, 'InvalidURI'],
  ['of another key', { fields: { key: 'returns/43/a.webp' } }, 403, 'AccessDenied'],
  ['of another type', { fields: { 'Content-Type': 'text/html' } }, 403, 'AccessDenied'],
  ['without the type', { omit: 'Content-Type' }, 403, 'AccessDenied'],
  ['into another bucket', { bucket: 'mallhive-media' }, 403, 'AccessDenied'],
  ['with a field that no condition names', { fields: { 'Cache-Control': 'no-store' } }, 403, 'AccessDenied'],
  [
    'with a redirect that no condition names',
    { fields: { success_action_redirect: 'http://evil.example' } },
    403,
    'AccessDenied',
  ],
  ['with one field twice', { fields: { KEY: 'returns/42/b' } }, 400, 'InvalidArgument'],
  ['that has expired', { expiresMs: -1 }, 403, 'AccessDenied'],
  ['signed with another secret', { secretAccessKey: 'guess' }, 403, 'SignatureDoesNotMatch'],
  ['with another policy than was signed', { fields: { policy: btoa('{}') } }, 403, 'SignatureDoesNotMatch'],
  ['without a policy', { omit: 'policy' }, 403, 'AccessDenied'],
  ['without a signature', { omit: 'x-amz-signature' }, 403, 'SignatureDoesNotMatch'],
])('an upload %s is refused', async (_, form, status, code) => {
  expect(await upload(form)).toEqual({ status, code })
})

test('a malformed form is refused', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const answer = await fetch(`${endpoint}/uploads`, { method: 'POST', headers, body: '--y\r\n\r\n' })
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('MalformedPOSTRequest')])
})

test('a policy that names no bucket is refused', async () => {
  expect(await upload({ anyBucket: true })).toEqual({ status: 403, code: 'AccessDenied' })
})
