import { type IncomingHttpHeaders, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import { expect, test } from 'vitest'

import { openStore } from './store.ts'

test('a write carries a checksum, without which a bucket that locks its objects refuses it', async () => {
  const seen: IncomingHttpHeaders[] = []
  const bucket = createServer((request, response) => {
    seen.push(request.headers)
    void buffer(request).then(() => response.end())
  })
  await new Promise<void>((resolve) => void bucket.listen(0, '127.0.0.1', resolve))
  using store = openStore({
    bucket: 'releases',
    endpoint: `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  })
  try {
    await store.create('mfe/x', new TextEncoder().encode('x'), {
      contentType: 'text/plain',
      cacheControl: 'no-store',
    })
    expect(seen.map((headers) => headers['x-amz-checksum-crc32'])).toEqual(['jNwWgw=='])
  } finally {
    bucket.closeAllConnections()
    bucket.close()
  }
})
