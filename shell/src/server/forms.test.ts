import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { OutgoingHttpHeaders, RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readForm } from './forms/read-form.ts'
import { handler } from './handler.ts'
import { nothingLive } from './releases.ts'
import { shopperAt, testRelease, testShellProcess } from './testing.ts'

const own = 'http://localhost:4000'

/** Requests that reached Next or the static files. */
let passedOn = 0
const passOn: RequestListener = (_, res) => {
  passedOn++
  res.end()
}
const next = async (...given: Parameters<RequestListener>) => passOn(...given)
const server = createServer(handler(next, { ready: true }, passOn))

beforeAll(async () => {
  const shell = await testShellProcess({ PUBLIC_ORIGIN: own })
  shell.releases = {
    ...nothingLive,
    assign: () => ({ cart: testRelease('cart', '1.5.0') }),
    visitor: () => shopperAt(own),
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())
beforeEach(() => void (passedOn = 0))

interface Sent {
  headers?: OutgoingHttpHeaders
  body?: Iterable<string | Buffer>
  method?: string
}

async function send(path: string, { headers = { origin: own }, body = '', method = 'POST' }: Sent = {}) {
  const { port } = server.address() as AddressInfo
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers }
  const sent = request({ host: '127.0.0.1', port, path, method, headers: form })
  // The server closes the connection when it does not read the whole body.
  const written = pipeline(Readable.from(body), sent).catch(() => undefined)
  const [[answer]] = await Promise.all([once(sent, 'response'), written])
  await text(answer)
  return { status: answer.statusCode, headers: answer.headers }
}

test('a preference is kept in a cookie, and the browser returns to its page', async () => {
  const headers = { origin: own, referer: `${own}/c/mugs?sort=price` }
  const answer = await send('/_mall/preferences', { headers, body: 'currency=USD' })
  expect([answer.status, answer.headers.location]).toEqual([303, '/c/mugs?sort=price'])
  expect(answer.headers['set-cookie']).toEqual([
    'mall_currency=USD; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax',
  ])
  expect((await send('/_mall/preferences', { body: 'currency=XXX' })).status).toBe(400)
})

test('a consent is kept until it is taken back', async () => {
  const set = async (value: string) =>
    (await send('/_mall/preferences', { body: `searches=${value}` })).headers['set-cookie']
  expect(await set('on')).toEqual(['mall_searches=on; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax'])
  expect(await set('')).toEqual(['mall_searches=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax'])
})

test('the bar removes one pin or all pins, and refuses a form without a pin', async () => {
  const headers = { origin: own, cookie: 'mall_pin=cart@1.6.0,home@2.1.0', referer: `${own}/?q=1&mall-pin=x` }
  const removed = await send('/_mall/pins', { headers, body: 'mall-pin=cart@' })
  expect([removed.status, removed.headers.location]).toEqual([303, '/?q=1'])
  expect(String(removed.headers['set-cookie'])).toMatch(/^mall_pin=home@2\.1\.0; /)
  const all = await send('/_mall/pins', { headers, body: 'mall-pin=' })
  expect(String(all.headers['set-cookie'])).toMatch(/^mall_pin=; Max-Age=0; Path=\//)
  expect((await send('/_mall/pins', { headers, body: 'other=1' })).status).toBe(400)
})

test.each(['/_mall/preferences', '/_mall/pins'])(
  'another site’s form changes nothing at %s',
  async (path) => {
    const body = 'theme=dark&mall-pin='
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://preview.localhost:4000', 'sec-fetch-site': 'same-site' },
      {},
    ]) {
      const answer = await send(path, { headers, body })
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined])
    }
    const nullOrigin = { origin: 'null', 'sec-fetch-site': 'same-origin' }
    expect((await send(path, { headers: nullOrigin, body })).status).toBe(303)
  },
)

test.each([
  ['POST', '/', 'GET, HEAD'],
  ['POST', '/_mall', 'GET, HEAD'],
  ['POST', '/_mall/status.json', 'GET, HEAD'],
  ['POST', '/_next/image', 'GET, HEAD'],
  ['POST', '/%5Fmall/pins', 'GET, HEAD'],
  ['PUT', '/_mall/preferences', 'POST'],
  ['GET', '/_mall/pins', 'POST'],
  ['DELETE', '/cart', 'GET, HEAD'],
])('%s %s is refused before any framework sees it', async (method, path, allow) => {
  const answer = await send(path, { method })
  expect([answer.status, answer.headers.allow, passedOn]).toEqual([405, allow, 0])
})

test.each(['/_next/image?url=%2Fmedia%2Fx.webp&w=64&q=75', '/_next/data/x/index.json', '/_next/static'])(
  'GET %s is answered 404 before any framework sees it',
  async (path) => {
    const answer = await send(path, { method: 'GET' })
    expect([answer.status, passedOn]).toEqual([404, 0])
  },
)

test('a body over the limit is refused and not kept: 2 × 300 MiB leave the memory flat', async () => {
  const before = process.memoryUsage().rss
  const sizes = [{ 'content-length': bigBytes }, { 'transfer-encoding': 'chunked' }]
  for (const size of sizes) {
    const headers = { origin: own, ...size }
    expect((await send('/_mall/preferences', { headers, body: manyBytes() })).status).toBe(413)
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  expect(passedOn).toBe(0)
})

test('a body that does not arrive in time is refused', async () => {
  const slow = createServer((req, res) => {
    readForm(req, 50).catch(({ status }) => res.writeHead(status).end())
  }).listen(0, '127.0.0.1')
  await once(slow, 'listening')
  const { port } = slow.address() as AddressInfo
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 100 }
  const sent = request({ host: '127.0.0.1', port, method: 'POST', headers })
  sent.write('theme=')
  const [answer] = await once(sent, 'response')
  expect(answer.statusCode).toBe(408)
  sent.destroy()
  slow.close()
})

const bigBytes = 300 * 1024 * 1024

function* manyBytes(): Generator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024, 'a')
  for (let sent = 0; sent < bigBytes; sent += chunk.length) yield chunk
}

test('the language is kept in a cookie, and the browser returns to its page in that language', async () => {
  const choose = async (page: string, locale: string) => {
    const headers = { origin: own, referer: own + page }
    const answer = await send('/_mall/preferences', { headers, body: `locale=${locale}` })
    return [answer.status, answer.headers.location, answer.headers['set-cookie']?.[0]?.split(';')[0]]
  }
  expect(await choose('/c/mugs?sort=price', 'de')).toEqual([303, '/de/c/mugs?sort=price', 'mall_locale=de'])
  expect(await choose('/de/c/mugs?sort=price', 'en')).toEqual([303, '/c/mugs?sort=price', 'mall_locale=en'])
  expect(await choose('/de//evil.example', 'en')).toEqual([303, '/de//evil.example', 'mall_locale=en'])
  expect(await choose('/de', 'ar'), 'a draft that is not offered').toEqual([303, '/', 'mall_locale=en'])
  expect((await choose('/', 'xx'))[0]).toBe(400)
})
