import { request } from 'undici'
import { expect, test } from 'vitest'

import { rawAnswer, recordedEdge } from './testing.ts'

test.each([
  ['PUT', '/media/x.html', ''],
  ['DELETE', '/media/products/mug-160.webp', ''],
  ['POST', '/media/?delete', ''],
  ['PUT', '/media/x', 'x-amz-copy-source: /mallhive-releases/mfe/trust.json'],
  ['PUT', '/mfe/cart/1.0.0/web/x.js', 'x-amz-copy-source: /mallhive-releases/mfe/cart/1.0.0/bff/main.cjs'],
])('an anonymous %s %s does not reach a bucket', async (method, path, header) => {
  const { edge, seen } = await recordedEdge()
  const head = [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Content-Length: 1', header].filter(Boolean)
  expect(await rawAnswer(edge, head.join('\r\n'), 'x')).toMatch(/^HTTP\/1.1 405 /)
  expect(seen).toEqual([])
})

test('a request to a bucket has only the path and the headers that select bytes', async () => {
  const { edge, seen } = await recordedEdge()
  const answer = await request(`${edge}/media/a.webp?delete&list-type=2&X-Amz-Signature=x`, {
    headers: {
      range: 'bytes=0-9',
      'if-none-match': '"1"',
      'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT',
      'accept-encoding': 'br',
      authorization: 'AWS4-HMAC-SHA256 Credential=x',
      cookie: 'mall_session=secret',
      'x-amz-copy-source': '/mallhive-releases/mfe/trust.json',
      'x-forwarded-host': 'evil.example',
      'x-mall-release': 'cart@1.0.0',
      traceparent: '00-abc',
    },
  })
  await answer.body.dump()
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatchObject({ method: 'GET', url: '/media/media/a.webp' })
  const { host: _host, connection: _connection, ...headers } = seen[0]?.headers ?? {}
  expect(headers).toEqual({
    range: 'bytes=0-9',
    'if-none-match': '"1"',
    'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT',
    'accept-encoding': 'br',
  })
})

test.each(['/api/cart/getCart', '/'])('x-amz-* of a client passes no route: %s', async (path) => {
  const { edge, seen } = await recordedEdge()
  await (await request(edge + path, { headers: { 'x-amz-copy-source': '/a/b' } })).body.dump()
  expect(seen[0]?.headers).not.toHaveProperty('x-amz-copy-source')
})

test.each(['/media/x.html', '/mfe/cart/1.0.0/web/x.html'])(
  'an HTML file in a bucket opens without script and without the origin of shoppers: %s',
  async (path) => {
    const { edge } = await recordedEdge()
    const { headers, body } = await request(edge + path)
    await body.dump()
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    })
  },
)
