import { type Server, createServer } from 'node:http'
import { once } from 'node:events'
import { QueryClient, dehydrate } from '@tanstack/react-query'
import { TRPCError, initTRPC } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { bffClient } from './bff-client.ts'
import { submitForm } from './bff-form-submit.ts'
import { formWords } from './form-words.ts'
import { openDocumentCalls } from './host/document-calls.ts'
import { openJsonClient } from './host/json-client.ts'
import type { LoaderContext } from './page-contract.ts'

const t = initTRPC.create({
  errorFormatter: ({ shape }) => ({ ...shape, data: { ...shape.data, fields: { quantity: 'Too many' } } }),
})
const router = t.router({
  greet: t.procedure.input((name: unknown) => String(name)).query(({ input }) => `Hello ${input}`),
  orders: t.router({ count: t.procedure.query(() => 3) }),
  refuse: t.procedure.mutation(() => {
    throw new TRPCError({ code: 'CONFLICT', message: 'No' })
  }),
})

const seen: { url: string; release: unknown; cookie: unknown }[] = []
const handle = createHTTPHandler({ router, basePath: '/api/cart/' })
const server = createServer((req, res) => {
  seen.push({ url: req.url ?? '', release: req.headers['x-mall-release'], cookie: req.headers.cookie })
  handle(req, res)
})
const origin = await listen(server)
afterAll(() => server.close())

const bff = bffClient<typeof router>('cart')

async function listen(http: Server): Promise<string> {
  await once(http.listen(0, '127.0.0.1'), 'listening')
  const address = http.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

function context(version: string, queryClient = new QueryClient(), at = origin): LoaderContext {
  const releases = { cart: { id: `cart_${version.replaceAll('.', '_')}`, version } }
  const calls = openDocumentCalls({
    client: openJsonClient(at),
    releases,
    headers: { cookie: 'mall_session=1' },
  })
  return {
    params: {},
    search: {},
    path: '/',
    locale: 'en-IE',
    catalogs: {},
    currency: 'EUR',
    queryClient,
    fragment: () => Promise.resolve(),
    bff: calls({ signal: new AbortController().signal, traceparent: '' }),
  }
}

test('calls of one tick are one request, with the shopper’s session and the release of the document', async () => {
  seen.length = 0
  const ctx = context('1.5.0')
  const answers = await Promise.all([
    bff.caller(ctx).greet.query('Ada'),
    bff.caller(ctx).orders.count.query(),
    bff.caller(ctx).greet.query('Grace'),
  ])
  expect(answers).toEqual(['Hello Ada', 3, 'Hello Grace'])
  expect(seen).toMatchObject([{ release: 'cart@1.5.0', cookie: 'mall_session=1' }])
})

test('more than ten calls are several requests', async () => {
  seen.length = 0
  const ctx = context('1.5.0')
  const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => bff.caller(ctx).greet.query(`${n}`)))
  expect(answers.at(-1)).toBe('Hello 24')
  expect(seen).toHaveLength(3)
})

test('two releases never read each other’s cache', async () => {
  const queryClient = new QueryClient()
  for (const version of ['1.5.0', '1.6.0']) {
    await queryClient.prefetchQuery(bff.options(context(version, queryClient)).greet.queryOptions('Ada'))
  }
  const keys = dehydrate(queryClient).queries.map(({ queryKey }) => queryKey)
  expect(keys).toEqual([
    [['cart_1_5_0'], ['greet'], { input: 'Ada', type: 'query' }],
    [['cart_1_6_0'], ['greet'], { input: 'Ada', type: 'query' }],
  ])
  const { queryKey } = bff.options(context('1.6.0')).greet.queryFilter('Ada')
  await queryClient.invalidateQueries({ queryKey })
  expect(dehydrate(queryClient).queries.map(({ state }) => state.isInvalidated)).toEqual([false, true])
})

test('a refusal has status and fields, an unreachable BFF has neither', async () => {
  const ctx = context('1.5.0')
  await expect(bff.caller(ctx).refuse.mutate()).rejects.toMatchObject({
    message: 'No',
    data: { httpStatus: 409, fields: { quantity: 'Too many' } },
  })
  const absent = bff.caller(context('1.5.0', undefined, 'http://127.0.0.1:1')).greet.query('Ada')
  await expect(absent).rejects.toMatchObject({ name: 'BffError', data: undefined })
})

test.each([
  ['text', 429, 'Too many requests'],
  ['JSON of another form', 404, '{"statusCode":404,"message":"Route not found","error":"Not Found"}'],
  ['nothing', 413, ''],
])('a refusal before the BFF with %s as its body keeps its status', async (_, status, body) => {
  const proxy = createServer((_req, res) => res.writeHead(status).end(body))
  onTestFinished(() => void proxy.close())
  const refused = bff.caller(context('1.5.0', undefined, await listen(proxy))).greet.query('Ada')
  await expect(refused).rejects.toMatchObject({ name: 'BffError', data: { httpStatus: status } })
})

test('a form shows refusals by field, and that the mall could not be reached', async () => {
  const release = {
    id: 'cart_1_5_0',
    name: 'cart',
    version: '1.5.0',
    base: '',
    web: '',
    exposes: {},
    routes: {},
    consumes: [],
  }
  const plainFetch = globalThis.fetch
  globalThis.fetch = (input, init) =>
    plainFetch(new URL(input instanceof Request ? input.url : input, origin), init)
  expect(await submitForm('cart', release, 'refuse', {}, formWords())).toEqual({
    ok: false,
    errors: { quantity: 'Too many' },
  })
  globalThis.fetch = () => Promise.reject(new TypeError('offline'))
  expect(await submitForm('cart', release, 'refuse', {}, formWords())).toMatchObject({
    ok: false,
    errors: {},
    formError: 'We could not reach the mall. Check your connection and try again.',
  })
  globalThis.fetch = plainFetch
})
