import { once } from 'node:events'
import { type IncomingHttpHeaders, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import { expect, test } from 'vitest'

import { storeFromEnv } from './store.ts'

test('a write carries a checksum, without which a bucket that locks its objects refuses it', async () => {
  const headers = await headersOfWrite({})
  expect(headers['x-amz-checksum-crc32']).toBe('jNwWgw==')
})

test('keys of a role, which pipelines have, come with their token', async () => {
  const headers = await headersOfWrite({ AWS_SESSION_TOKEN: 'token' })
  expect(headers['x-amz-security-token']).toBe('token')
})

async function headersOfWrite(env: Record<string, string>): Promise<IncomingHttpHeaders> {
  const seen: IncomingHttpHeaders[] = []
  await using bucket = createServer((request, response) => {
    seen.push(request.headers)
    void buffer(request).then(() => response.end())
  }).listen(0, '127.0.0.1')
  await once(bucket, 'listening')
  using store = storeFromEnv({
    RELEASES_BUCKET: 'releases',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
    ...env,
  })
  const how = { contentType: 'text/plain', cacheControl: 'no-store' }
  await store.create('mfe/x', new TextEncoder().encode('x'), how)
  expect(seen).toHaveLength(1)
  bucket.closeAllConnections()
  return seen[0] ?? {}
}
