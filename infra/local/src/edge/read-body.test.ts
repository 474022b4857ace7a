import { once } from 'node:events'
import { text } from 'node:stream/consumers'

import { request } from 'undici'
import { expect, test } from 'vitest'

import { edgeTable } from './edge-table.ts'
import { connectTo, edgeTo, rawAnswer, recordedEdge } from './testing.ts'

const hurried = {
  headersTimeoutMs: 200,
  routes: edgeTable.routes.map((route) => ({ ...route, bodyTimeoutMs: 200 })),
}

test('an upstream connection is opened only after the body has arrived whole', async () => {
  const { edge, seen } = await recordedEdge()
  const socket = await connectTo(edge)
  socket.write('POST /api/cart/addItem HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhello')
  await (await request(`${edge}/api/cart/getCart`)).body.dump()
  expect(seen.map(({ method }) => method)).toEqual(['GET'])
  socket.write('world')
  await once(socket, 'data')
  expect(seen.map(({ method }) => method)).toEqual(['GET', 'POST'])
})

test.each(['Content-Length: 10', 'Transfer-Encoding: chunked'])(
  'a body that does not arrive in time is answered 408 and never reaches an origin (%s)',
  async (framing) => {
    const { edge, seen } = await recordedEdge({ table: hurried })
    const part = framing.startsWith('Content') ? 'hello' : '5\r\nhello\r\n'
    const head = `POST /api/cart/addItem HTTP/1.1\r\nHost: localhost\r\n${framing}`
    expect(await rawAnswer(edge, head, part)).toMatch(/^HTTP\/1.1 408 [^]*did not arrive completely in time/)
    expect(seen).toEqual([])
  },
)

test('headers that do not arrive in time are answered 408', async () => {
  const { edge, seen } = await recordedEdge({ table: hurried })
  const socket = await connectTo(edge)
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
  expect(await text(socket)).toMatch(/^HTTP\/1.1 408 [^]*did not arrive completely in time/)
  expect(seen).toEqual([])
})

test('a stated length over the limit is refused without waiting for the body', async () => {
  const { edge, seen } = await recordedEdge()
  const head = 'POST /api/cart/addItem HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000'
  const socket = await connectTo(edge)
  socket.write(`${head}\r\n\r\n`)
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1.1 413 /)
  expect(seen).toEqual([])
})

test('a client that sends its whole body before reading gets the 413, not a reset', async () => {
  const { edge } = await recordedEdge()
  const size = 8 << 20
  const socket = await connectTo(edge)
  socket.write(`POST /api/cart/addItem HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${size}\r\n\r\n`)
  const { promise: written, resolve, reject } = Promise.withResolvers<void>()
  socket.write(Buffer.alloc(size, 'x'), (error) => (error ? reject(error) : resolve()))
  await written
  expect(await text(socket)).toMatch(/^HTTP\/1.1 413 /)
})

test('a form that is too large is refused with a readable page', async () => {
  const { edge, seen } = await recordedEdge()
  const { statusCode, body } = await request(`${edge}/_mall/preferences`, {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: Buffer.alloc(8 << 20, 'x'),
  })
  expect(statusCode).toBe(413)
  expect(await body.text()).toContain('The request is too large')
  expect(seen).toEqual([])
})

test('a call that is too large is refused in the shape of a BFF’s error', async () => {
  const { edge } = await recordedEdge()
  const { statusCode, body } = await request(`${edge}/api/cart/addItem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: 'x'.repeat(70_000),
  })
  expect([statusCode, await body.json()]).toEqual([
    413,
    {
      error: {
        message: expect.stringContaining('too large'),
        data: { code: 'PAYLOAD_TOO_LARGE', httpStatus: 413 },
      },
    },
  ])
})

test('a chunked body within the limit reaches the origin', async () => {
  const edge = await edgeTo((incoming, response) => void incoming.pipe(response))
  const head = 'POST /api/cart/addItem HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked'
  expect(await rawAnswer(edge, head, '5\r\nhello\r\n0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 [^]*hello/)
})

test.each([
  [411, 'POST /api/cart/addItem', ''],
  [400, 'GET /', 'Content-Length: 5'],
  [400, 'POST /api/cart/addItem', 'Content-Length: 5\r\nContent-Length: 6'],
  [400, 'POST /api/cart/addItem', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
  [400, 'POST /api/cart/addItem', 'Content-Length: -5'],
  [400, 'POST /api/cart/addItem', 'Transfer-Encoding: gzip'],
])('a request is answered %i in words when it lies about its body: %s %s', async (status, line, framing) => {
  const { edge, seen } = await recordedEdge()
  const head = [`${line} HTTP/1.1`, 'Host: localhost', framing].filter(Boolean).join('\r\n')
  const answer = await rawAnswer(edge, head, framing && 'hello')
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*(Malformed request|Length required)`))
  expect(seen).toEqual([])
})

test('bytes after the stated length reach no origin, neither in this request nor as another one', async () => {
  const bodies: string[] = []
  const edge = await edgeTo((incoming, response) => {
    incoming.on('data', (chunk) => bodies.push(`${incoming.method} ${incoming.url} ${chunk}`))
    incoming.on('end', () => response.end())
  })
  const socket = await connectTo(edge)
  const post = 'POST /api/cart/addItem HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello'
  socket.write(`${post}DELETE /media/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  expect(await text(socket)).toMatch(/^HTTP\/1.1 200 [^]*HTTP\/1.1 405 /)
  expect(bodies).toEqual(['POST /bff/api/cart/addItem hello'])
})

test('a client that expects 100 Continue gets it only when its request is allowed', async () => {
  const { edge } = await recordedEdge()
  const expecting = 'Host: localhost\r\nExpect: 100-continue\r\nContent-Length: 5'
  const refused = await rawAnswer(edge, `POST /media/x HTTP/1.1\r\n${expecting}`, 'hello')
  expect(refused).toMatch(/^HTTP\/1.1 405 /)
  const allowed = await rawAnswer(edge, `POST /api/cart/addItem HTTP/1.1\r\n${expecting}`, 'hello')
  expect(allowed).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 /)
})

test('garbage after a request does not change the answer to the request', async () => {
  const { promise: received, resolve: receive } = Promise.withResolvers<void>()
  const edge = await edgeTo((_, response) => {
    response.writeHead(200, { 'content-type': 'image/png' })
    response.write('the beginning')
    void received.then(() => response.end())
  })
  const socket = await connectTo(edge)
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const [first] = await once(socket, 'data')
  socket.write('garbage\r\n\r\n')
  const rest = await text(socket)
  receive()
  expect(`${first}${rest}`).toContain('the beginning')
  expect(`${first}${rest}`).not.toContain('Malformed request')
})
