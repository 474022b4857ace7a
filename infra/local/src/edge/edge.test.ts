import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

import { request } from 'undici'
import { expect, test } from 'vitest'

import { edgeTo } from './testing.ts'

test('a compressed page streams: its head arrives while the origin still sends its body', async () => {
  const { promise: read, resolve: headWasRead } = Promise.withResolvers<void>()
  const edge = await edgeTo((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.write('<head>')
    void read.then(() => response.end('<body>'))
  })
  const { headers, body } = await request(edge, { headers: { 'accept-encoding': 'gzip, br' } })
  expect(headers['content-encoding']).toBe('br')
  const page = body.pipe(createBrotliDecompress())
  const [head] = await once(page, 'data')
  expect(String(head)).toBe('<head>')
  headWasRead()
  expect(await text(page)).toBe('<body>')
})

test('a release file comes from its compressed sibling, is cached as immutable without validators, and any origin may read it', async () => {
  const asked: string[] = []
  const edge = await edgeTo((incoming, response) => {
    asked.push(incoming.url ?? '')
    response.writeHead(incoming.url?.endsWith('.br') ? 200 : 500, {
      'content-encoding': 'br',
      'x-amz-request-id': '1',
      etag: '"1"',
      'last-modified': 'Fri, 27 Nov 2026 16:26:33 GMT',
    })
    response.end('bytes')
  })
  const { headers } = await request(`${edge}/mfe/cart/1.0.0/web/a.js`, {
    headers: { 'accept-encoding': 'br' },
  })
  expect(asked).toEqual(['/releases/mfe/cart/1.0.0/web/a.js.br'])
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
    vary: 'Accept-Encoding',
  })
  for (const name of ['x-amz-request-id', 'etag', 'last-modified']) expect(headers).not.toHaveProperty(name)
})

test('a server bundle of a release is not served from the bucket', async () => {
  const edge = await edgeTo((incoming, response) => response.end(incoming.url))
  const { body } = await request(`${edge}/mfe/cart/1.0.0/bff/index.cjs`)
  expect(await body.text()).toMatch(/^\/shell\//)
})

test('an origin gets the client’s address from the edge, and all Set-Cookie headers reach the client', async () => {
  const edge = await edgeTo((incoming, response) => {
    response.setHeader('set-cookie', ['a=1', 'b=2'])
    response.end(JSON.stringify(incoming.headers))
  })
  const { headers, body } = await request(edge, {
    headers: { 'x-forwarded-for': '6.6.6.6', traceparent: '00-abc', cookie: 'c=3' },
  })
  expect(await body.json()).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    traceparent: '00-abc',
    cookie: 'c=3',
  })
  expect(headers['set-cookie']).toEqual(['a=1', 'b=2'])
})

test('a body is passed on whole, and small or binary answers are not compressed', async () => {
  const edge = await edgeTo((incoming, response) => {
    incoming.pipe(response.writeHead(201, { 'content-type': 'application/octet-stream' }))
  })
  const payload = 'x'.repeat(60_000)
  const { statusCode, headers, body } = await request(`${edge}/api/cart/addItem`, {
    method: 'POST',
    body: payload,
    headers: { 'accept-encoding': 'br' },
  })
  expect([statusCode, headers['content-encoding'], await body.text()]).toEqual([201, undefined, payload])
})

test('an origin that is down is answered 502 with a readable page', async () => {
  const edge = await edgeTo()
  const { statusCode, body } = await request(edge, { headers: { accept: 'text/html' } })
  expect(statusCode).toBe(502)
  expect(await body.text()).toContain('not available right now')
})

test('a beacon is answered 204 while release health is down', async () => {
  const edge = await edgeTo()
  const { statusCode } = await request(`${edge}/_mall/beacon`, { method: 'POST', body: '{}' })
  expect(statusCode).toBe(204)
})

test('a page that the edge compresses varies by Accept-Encoding', async () => {
  const page = 'mall '.repeat(1000)
  const edge = await edgeTo((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-length': page.length, etag: '"1"' })
      .end(page)
  })
  const { headers, body } = await request(edge, { headers: { 'accept-encoding': 'br;q=1.0, gzip;q=0.5' } })
  expect(brotliDecompressSync(Buffer.from(await body.arrayBuffer())).toString()).toBe(page)
  expect(headers).toMatchObject({ vary: 'Accept-Encoding', etag: 'W/"1"' })
})
