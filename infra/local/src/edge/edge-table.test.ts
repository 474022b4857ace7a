import { request } from 'undici'
import { expect, test } from 'vitest'

import { edgeTable, edgeTableSchema } from './edge-table.ts'
import { edgeTo, recordedEdge } from './testing.ts'

const lines = (line: object) => ({ ...edgeTable, routes: [line, ...edgeTable.routes] })
const line = { path: '/x', origin: 'shell', security: 'page' }

test('a route without methods and limits gets the defaults', () => {
  expect(edgeTableSchema.parse(lines(line)).routes[0]).toEqual({
    ...line,
    methods: ['GET', 'HEAD'],
    maxBodyBytes: 65_536,
    bodyTimeoutMs: 10_000,
    originTimeoutMs: 30_000,
    perMinute: 6000,
    atOnce: 64,
  })
})

test.each([
  ['an unknown field of a route', lines({ ...line, cach: 'immutable' })],
  ['an unknown field of the table', { ...edgeTable, limits: {} }],
  ['a policy that is not in the table', lines({ ...line, security: 'none' })],
  ['no policy', lines({ path: '/x', origin: 'shell' })],
  ['TRACE', lines({ ...line, methods: ['TRACE'] })],
  ['no method at all', lines({ ...line, methods: [] })],
  ['writing to a bucket', lines({ ...line, origin: 'media', methods: ['PUT'] })],
  ['a body that is too large to buffer', lines({ ...line, maxBodyBytes: 1 << 30 })],
  ['a table without a last line', { ...edgeTable, routes: [line] }],
])('the table refuses %s', (_, table) => {
  expect(edgeTableSchema.safeParse(table).success).toBe(false)
})

test.each(edgeTable.routes)('$path answers with the security headers of its policy', async (route) => {
  const { edge } = await recordedEdge({
    config: { PUBLIC_ORIGIN: 'https://mall.example', EDGE_HOSTS: '127.0.0.1' },
  })
  const method = route.methods[0] ?? 'GET'
  const body = method === 'POST' ? 'x' : null
  const answer = await request(edge + route.path.replaceAll('*', 'x'), { method, body })
  await answer.body.dump()
  const { common, policies } = edgeTable.securityHeaders
  expect(answer.headers).toMatchObject({ ...common, ...policies[route.security] })
})

test('the edge’s own answers carry security headers too', async () => {
  const { headers } = await request(await edgeTo(), { headers: { accept: 'text/html' } })
  const { policies } = edgeTable.securityHeaders
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', ...policies['explanation'] })
})

test('HSTS is not sent from an origin without TLS', async () => {
  const { edge } = await recordedEdge()
  const { headers } = await request(edge)
  expect(headers).not.toHaveProperty('strict-transport-security')
})
