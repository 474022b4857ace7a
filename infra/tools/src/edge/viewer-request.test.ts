import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

import routes from '../../../edge/routes.json' with { type: 'json' }
import { infraDir } from '../paths.ts'

type Headers = Record<string, { value: string }>
type Request = { uri: string; method: string; headers: Headers; querystring: object }
type Answer = { statusCode?: number; uri?: string; headers: Headers }

const source = readFileSync(`${infraDir}/edge/viewer-request.js`, 'utf8')

/** The function as Terraform makes it for a distribution. */
function viewerRequest(refused: readonly string[] = []): (request: Partial<Request>) => Answer {
  const lines = routes.routes.map((line) => ({
    path: line.path,
    methods: line.methods ?? routes.defaults.methods,
    maxBodyBytes: line.maxBodyBytes ?? routes.defaults.maxBodyBytes,
    precompressed: line.precompressed ?? false,
    refused: refused.includes(line.origin),
  }))
  const table = JSON.stringify({ private: routes.private, routes: lines })
  const code = source.replace('= TABLE', `= ${table}`)
  expect(Buffer.byteLength(code)).toBeLessThan(10 * 1024)
  const handler = runInNewContext(`${code}; handler`) as (event: { request: Request }) => Answer
  return ({ headers, ...more }) =>
    handler({
      request: {
        uri: '/',
        method: 'GET',
        querystring: {},
        headers: { host: { value: 'mall.example' }, ...headers },
        ...more,
      },
    })
}

const mall = viewerRequest()
const status = (answer: Answer) => answer.statusCode ?? 'passes'

test.each([
  '/mfe/../secrets',
  '/media/./x',
  '/media/%2e%2e/secrets',
  '/media/%252e%252e%252fx',
  '/media/..%5cx',
  '/media/a%2Fb',
  '/media\\x',
  '//evil.example/x',
  '/media//x',
  '/media/%00',
  '/media/%E0%A4%A',
  '/media/100%',
  '/media/ä',
  '/%5Fmall/desk/overview.json',
  '/%72est/v1/products',
  '/p/a%7Eb',
  '/x#y',
  '*',
])('the address %s, which an origin may read differently, is refused', (uri) => {
  expect(status(mall({ uri }))).toBe(400)
})

test.each(['/p/caf%C3%A9', '/p/100%25', '/p/a.b..c', '/orders/', '/', '/c/%3Cimg%20src=x%3E'])(
  'the address %s reaches its origin as it came',
  (uri) => expect(mall({ uri }).uri).toBe(uri),
)

test.each(routes.private)('%s of an origin does not exist', (uri) => {
  expect(status(mall({ uri }))).toBe(404)
})

test.each([
  ['POST', '/', '0', 405],
  ['PUT', '/api/cart/cart.add', '2', 405],
  ['DELETE', '/media/a.webp', undefined, 405],
  ['POST', '/api/cart/cart.add', undefined, 411],
  ['POST', '/api/cart/cart.add', '65537', 413],
  ['POST', '/api/cart/cart.add', '65536', 'passes'],
  ['POST', '/_mall/preferences', '4097', 413],
  ['GET', '/api/cart/cart.get', '5', 400],
  ['GET', '/rest/search/v1', undefined, 'passes'],
])('%s %s with %s bytes: %s', (method, uri, length, expected) => {
  const headers: Headers = length === undefined ? {} : { 'content-length': { value: length } }
  expect(status(mall({ method, uri, headers }))).toBe(expected)
})

test('the answer to a refused method names those that pass', () => {
  expect(mall({ method: 'POST', uri: '/webhooks/x/../y' }).statusCode).toBe(400)
  expect(mall({ method: 'GET', uri: '/webhooks/provider' }).headers['allow']).toEqual({ value: 'POST' })
})

test('a client cannot say for whom, from where and to which part it asks', () => {
  const forged = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-amz-meta', 'x-mall-origin', 'accept']
  const { headers } = mall({ headers: Object.fromEntries(forged.map((name) => [name, { value: 'forged' }])) })
  expect(Object.keys(headers).toSorted()).toEqual(['accept', 'host', 'x-forwarded-host'])
  expect(headers['x-forwarded-host']).toEqual({ value: 'mall.example' })
})

test.each([
  ['br, gzip', '/mfe/cart/1.0.0/web/a.js', '.br'],
  ['gzip, br;q=0', '/mfe/cart/1.0.0/web/a.js', '.gz'],
  ['identity', '/mfe/cart/1.0.0/web/a.js', ''],
  ['br', '/mfe/cart/1.0.0/web/a.png', ''],
  ['br', '/mfe/cart/live.json', ''],
])('with Accept-Encoding %s the file %s is read with the suffix "%s"', (accepted, uri, suffix) => {
  expect(mall({ uri, headers: { 'accept-encoding': { value: accepted } } }).uri).toBe(`${uri}${suffix}`)
})

test('a part of a file is a part of the file itself', () => {
  const headers = { 'accept-encoding': { value: 'br' }, range: { value: 'bytes=0-9' } }
  expect(mall({ uri: '/mfe/cart/1.0.0/web/a.js', headers }).uri).toBe('/mfe/cart/1.0.0/web/a.js')
})

test('previews refuse what shoppers’ processes answer', () => {
  const previews = viewerRequest(routes.previewHost.refused)
  const beacon = { method: 'POST', uri: '/_mall/beacon', headers: { 'content-length': { value: '2' } } }
  expect(status(previews(beacon))).toBe(404)
  expect(status(mall(beacon))).toBe('passes')
})
