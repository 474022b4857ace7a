import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

import { request } from 'undici'
import { afterEach, expect, test } from 'vitest'

import { createEdge } from './edge.ts'
import { originNames } from './routes.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(server: Server): Promise<string> {
  open.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** An edge whose every origin is the given handler, or nothing at all. */
async function edgeTo(handler?: RequestListener): Promise<string> {
  const origin = handler ? await listen(createServer(handler)) : 'http://127.0.0.1:1'
  return listen(
    createEdge({
      EDGE_ORIGINS: Object.fromEntries(originNames.map((name) => [name, `${origin}/${name}`])),
      EDGE_HOSTS: 'preview.localhost:4000',
      PUBLIC_ORIGIN: 'http://localhost:4000',
      HOST: '127.0.0.1',
    }),
  )
}

/** The whole answer to a request head written byte by byte. */
async function sent(edge: string, head: string): Promise<string> {
  const { port, hostname } = new URL(edge)
  const socket = connect(Number(port), hostname)
  socket.write(`${head}\r\nConnection: close\r\n\r\n`)
  return text(socket)
}

test('a compressed page streams: its head is there while the origin still works on its body', async () => {
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

test('a release file comes from its compressed sibling, is kept for ever, and may be read by any origin', async () => {
  const asked: string[] = []
  const edge = await edgeTo((incoming, response) => {
    asked.push(incoming.url ?? '')
    response.writeHead(incoming.url?.endsWith('.br') ? 200 : 500, {
      'content-encoding': 'br',
      'x-amz-request-id': '1',
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
  expect(headers).not.toHaveProperty('x-amz-request-id')
})

test('server bundles of a release are nobody’s business', async () => {
  const edge = await edgeTo((incoming, response) => response.end(incoming.url))
  const { body } = await request(`${edge}/mfe/cart/1.0.0/bff/index.cjs`)
  expect(await body.text()).toMatch(/^\/shell\//)
})

test.each(['/mfe/../secrets', '/media/%2e%2e/secrets', '/media/%252e%252e%2fx', '/media/..%5cx'])(
  'a path that climbs is refused: %s',
  async (path) => {
    const edge = await edgeTo((_, response) => response.end('reached'))
    expect(await sent(edge, `GET ${path} HTTP/1.1\r\nHost: localhost`)).toMatch(/^HTTP\/1.1 400 /)
  },
)

test.each(['localhost', 'LOCALHOST:1', '127.0.0.1:4000', '[::1]', 'preview.localhost:4101'])(
  'a request for the mall’s host %s reaches the origin, which learns the host and the scheme from the edge',
  async (host) => {
    const edge = await edgeTo((incoming, response) => response.end(JSON.stringify(incoming.headers)))
    const answer = await sent(
      edge,
      `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\nForwarded: host=evil.example`,
    )
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1.1 200 /)
    expect(body).toContain(`"x-forwarded-host":"${host}"`)
    expect(body).toContain('"x-forwarded-proto":"http"')
    expect(body).not.toMatch(/evil|gopher/)
  },
)

test.each([
  [421, 'evil.example'],
  [421, 'localhost.evil.example'],
  [421, 'evil.localhost'],
  [400, ''],
  [400, 'user@localhost'],
  [400, 'localhost/x'],
  [400, 'localhost\r\nHost: evil.example'],
])('a request is answered %i for the host %o and does not reach an origin', async (status, host) => {
  let reached = 0
  const edge = await edgeTo((_, response) => {
    reached += 1
    response.end()
  })
  expect(await sent(edge, `GET / HTTP/1.1\r\nHost: ${host}`)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(reached).toBe(0)
})

test('an origin learns the client’s address from us, not from the client, and every cookie comes back', async () => {
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

test('a body goes through whole, and small or binary answers are left alone', async () => {
  const edge = await edgeTo((incoming, response) => {
    incoming.pipe(response.writeHead(201, { 'content-type': 'application/octet-stream' }))
  })
  const payload = 'x'.repeat(300_000)
  const { statusCode, headers, body } = await request(`${edge}/api/cart/addItem`, {
    method: 'POST',
    body: payload,
    headers: { 'accept-encoding': 'br' },
  })
  expect([statusCode, headers['content-encoding'], await body.text()]).toEqual([201, undefined, payload])
})

test('a part that is down answers 502 with a page people can read', async () => {
  const edge = await edgeTo()
  const { statusCode, body } = await request(edge, { headers: { accept: 'text/html' } })
  expect(statusCode).toBe(502)
  expect(await body.text()).toContain('closed right now')
})

test('what a document tells is not missed where nobody listens', async () => {
  const edge = await edgeTo()
  const { statusCode } = await request(`${edge}/_mall/beacon`, { method: 'POST', body: '{}' })
  expect(statusCode).toBe(204)
})

test('what is compressed here says what it depends on', async () => {
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
