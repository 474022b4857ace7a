import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openDocumentCalls } from './document-calls.ts'
import type { Caller } from './document-calls.ts'
import { openJsonClient } from './json-client.ts'

let seen: IncomingMessage[] = []
const sockets = new Set<Socket>()
let answer = (req: IncomingMessage, res: ServerResponse) => {
  const [names = ''] = (req.url ?? '').split('?')
  const data = names.split('/').at(-1)?.split(',')
  res.end(JSON.stringify(data?.map((name) => ({ result: { data: name } }))))
}
const normal = answer
const server = createServer((req, res) => {
  seen.push(req)
  answer(req, res)
}).on('connection', (socket) => sockets.add(socket))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
afterAll(() => void server.close())
beforeEach(() => {
  seen = []
  sockets.clear()
  answer = normal
})

const client = openJsonClient(origin)
const releases = {
  cart: { id: 'cart_1_5_0', version: '1.5.0' },
  home: { id: 'home_1_0_0', version: '1.0.0' },
}
const open = (headers: Record<string, string> = {}) => openDocumentCalls({ client, releases, headers })
const caller = (more: Partial<Caller> = {}): Caller => ({
  signal: new AbortController().signal,
  traceparent: '00-1',
  ...more,
})

test('calls of page and frame to one BFF are one request, with the shopper’s headers and a span', async () => {
  const calls = open({ cookie: 'mall_session=1' })
  const page = calls(caller({ traceparent: '00-page' }))
  const frame = calls(caller({ traceparent: '00-frame' }))
  const answers = await Promise.all([
    page.call('cart', 'query', 'getCart', {}),
    frame.call('cart', 'query', 'miniCart', {}),
    page.call('home', 'query', 'getFront', {}),
  ])
  expect(answers).toEqual(['getCart', 'miniCart', 'getFront'])
  expect(seen.map(({ headers }) => headers)).toMatchObject([
    { cookie: 'mall_session=1', traceparent: '00-page', 'x-mall-release': 'cart@1.5.0' },
    { cookie: 'mall_session=1', traceparent: '00-page', 'x-mall-release': 'home@1.0.0' },
  ])
})

test('documents never share a request', async () => {
  await Promise.all(
    ['a', 'b'].map((shopper) => open({ cookie: shopper })(caller()).call('cart', 'query', 'getCart', {})),
  )
  expect(seen.map(({ headers }) => headers.cookie)).toEqual(['a', 'b'])
})

test('a request ends with the last deadline of its callers, each call with its own', async () => {
  const arrived = Promise.withResolvers<IncomingMessage>()
  answer = (req) => arrived.resolve(req)
  const calls = open()
  const [page, frame] = [new AbortController(), new AbortController()]
  const [first, second] = [page, frame].map(({ signal }) =>
    calls(caller({ signal })).call('cart', 'query', 'getCart', {}),
  )
  const request = await arrived.promise
  page.abort()
  await expect(first).rejects.toMatchObject({ name: 'BffError', data: undefined })
  expect(request.destroyed).toBe(false)
  frame.abort()
  await expect(second).rejects.toMatchObject({ name: 'BffError' })
  await once(request.socket, 'close')
})

test('requests one after another use one connection', async () => {
  for (let n = 0; n < 5; n++) await open()(caller()).call('cart', 'query', 'getCart', {})
  expect(seen).toHaveLength(5)
  expect(sockets.size).toBeLessThanOrEqual(1)
})

test('a query on a connection that the server has just closed is sent again, a mutation is not', async () => {
  const closeOnce = () => {
    answer = (req) => {
      req.socket.resetAndDestroy()
      answer = normal
    }
  }
  const { call } = open()(caller())
  await call('cart', 'query', 'getCart', {})
  closeOnce()
  expect(await call('cart', 'query', 'getCart', {})).toBe('getCart')
  closeOnce()
  await expect(call('cart', 'mutation', 'addItem', {})).rejects.toMatchObject({ name: 'BffError' })
})
