import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer, type Plugin } from './http-server.ts'

let server: Awaited<ReturnType<typeof buildServer>>
beforeAll(async () => {
  const about = {
    draining: () => false,
    failing: async () => [],
    contracts: () => new Uint8Array(),
    onBug: () => {},
  }
  const plugin: Plugin['plugin'] = async (app) => {
    app.get('/things', async () => 'found')
    app.post('/things/:name', { bodyLimit: 100 }, async () => 'made')
  }
  server = await buildServer([], [{ part: 'test', plugin }], about)
})
afterAll(() => server.close())

const json = { 'content-type': 'application/json' }

test.each([
  ['an unknown path', 'GET', '/hunter2', {}, '', 404, 'There is nothing at this address.'],
  ['another method', 'GET', '/things/hunter2', {}, '', 404, 'There is nothing at this address.'],
  ['a broken escape', 'GET', '/things/%hunter2', {}, '', 400, 'Malformed request.'],
  ['a body that is no JSON', 'POST', '/things/a', json, '{hunter2', 400, 'Malformed request.'],
  ['an empty body', 'POST', '/things/a', json, '', 400, 'Malformed request.'],
  ['too long a body', 'POST', '/things/a', json, `"${'x'.repeat(100)}"`, 413, 'The request is too large.'],
  [
    'a body of another type',
    'POST',
    '/things/a',
    { 'content-type': 'text/hunter2' },
    'x',
    415,
    'This address does not accept bodies of this type.',
  ],
] as const)('%s is refused in our own words', async (_, method, url, headers, payload, status, error) => {
  const answer = await server.inject({ method, url, headers, payload })
  expect([answer.statusCode, answer.json()]).toEqual([status, { error }])
})

test('an address three times as long as the edge lets pass is answered, with the headers that passed', async () => {
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const cookie = 'c'.repeat(8 * 1024)
  const answer = await fetch(`${url}/things?input=${'%22'.repeat(16 * 1024)}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
})
