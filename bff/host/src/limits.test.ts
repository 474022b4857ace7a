import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { promote } from '@mallhive/release-runtime/promote'
import { publishBundle } from '@mallhive/release-runtime/testing'
import { openTestHost } from './testing.ts'

/** 30 calls a minute per address, 6 per session; one concurrent call. */
const scale = 0.005
let host: Awaited<ReturnType<typeof openTestHost>>
beforeAll(async () => void (host = await openTestHost({ RATE_LIMIT_SCALE: String(scale) })))
afterAll(() => host[Symbol.asyncDispose]())

/** Sends the path as it stands; `fetch` would resolve its dots. */
function call(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const origin = 'http://localhost:4000'
    const sent = request(host.url, { path, method, headers: { origin, ...headers } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', reject).end(method === 'POST' ? '{}' : undefined)
  })
}

const stranger = () => ({ 'x-forwarded-for': randomUUID(), 'content-type': 'application/json' })
const statuses = async (count: number, one: () => Promise<number>) => {
  const all: number[] = []
  for (let n = 0; n < count; n++) all.push(await one())
  return all
}

test.each([
  'scarce/',
  '/scarce',
  './scarce',
  'x/../scarce',
  '%73carce',
  'scarce%2f',
  'scarce%00',
  'scarce,',
  'scarce;x',
  'scarce.',
  'scarce,scarce?batch=1',
  'scarce,nothing?batch=1',
  'scarce?batch=1',
  'scarce%2Cscarce?batch=1',
  'scarce?batch=0&batch=1',
  'form/scarce/',
])('no spelling of a limited procedure runs it past its limit: %s', async (spelling) => {
  const who = stranger()
  expect(await call('/api/team/scarce', who, 'POST')).toBe(401)
  expect(await call('/api/team/scarce', who, 'POST')).toBe(429)
  expect([400, 404, 405, 415, 429]).toContain(await call(`/api/team/${spelling}`, who, 'POST'))
})

test('a form beyond its limit is answered 429 and leaves no flash', async () => {
  const who = { ...stranger(), 'content-type': 'application/x-www-form-urlencoded' }
  expect(await statuses(2, () => call('/api/team/form/scarce', who, 'POST'))).toEqual([303, 429])
})

test.each([
  ['a release that is another team’s', '/api/team/version', { 'x-mall-release': 'zzz@1.0.0' }, 400],
  ['a malformed release', '/api/team/version', { 'x-mall-release': 'team@1.0.0@x' }, 400],
  ['two releases', '/api/team/version', { 'x-mall-release': 'team@1.0.0, team@1.1.0' }, 400],
])('a call with %s is refused before any look-up', async (_what, path, headers, status) => {
  expect(await call(path, { ...stranger(), ...headers })).toBe(status)
})

test.each([
  ['a release that was never published', '/api/team/version', { 'x-mall-release': 'team@9.9.9' }, 410],
  ['a team that does not exist', '/api/unknown/version', {}, 404],
  ['a procedure that does not exist', '/api/team/nothing', {}, 404],
  ['a flash that does not exist', `/api/team/flash/${randomUUID()}`, {}, 404],
])('calls of %s are counted', async (_what, path, headers, status) => {
  const who = stranger()
  const answers = await statuses(31, () => call(path, { ...who, ...headers }))
  expect([answers[0], answers[29], answers[30]]).toEqual([status, status, 429])
})

test('a batch counts each of its calls, repeated names included', async () => {
  const who = stranger()
  const batch = () => call(`/api/team/${Array(10).fill('version').join()}?batch=1`, who)
  expect(await statuses(4, batch)).toEqual([200, 200, 200, 429])
})

test('a call counts as much as its procedure declares', async () => {
  const who = stranger()
  expect(await statuses(2, () => call('/api/team/dear', who))).toEqual([200, 429])
  expect(await call('/api/team/version', stranger())).toBe(200)
})

test('the cost that a team declares takes no calls of others from an address or a session', async () => {
  for (const who of [stranger(), { ...stranger(), cookie: `mall_session=${randomUUID()}` }]) {
    expect((await statuses(2, () => call('/api/team/dear', who))).at(-1)).toBe(429)
    expect(await call('/api/team/version', who)).toBe(200)
  }
})

test('costs of all teams together are bounded, and refused calls of one team spend nothing of the others', async () => {
  for (const name of ['second', 'third']) {
    const dear = `exports.perMinute = {}; exports.cost = { dear: 29 }; exports.handle = async () => Response.json({})`
    await publishBundle(host.signing, name, '1.0.0', dear)
    await promote(host.signing, { name, version: '1.0.0', by: 'ana' })
    const ready = () => call(`/api/${name}/x`, stranger())
    await expect.poll(ready, { timeout: 10_000 }).toBe(200)
  }
  const who = stranger()
  expect(await statuses(5, () => call('/api/team/dear', who))).toEqual([200, 429, 429, 429, 429])
  expect(await call('/api/second/dear', who)).toBe(200)
  expect(await call('/api/third/dear', who)).toBe(429)
  expect(await call('/api/third/x', who)).toBe(200)
}, 30_000)

test('a session’s budget is shared by all its addresses', async () => {
  const cookie = `mall_session=${randomUUID()}`
  const answers = await statuses(7, () => call('/api/team/version', { ...stranger(), cookie }))
  expect(answers).toEqual([200, 200, 200, 200, 200, 200, 429])
})

test('an address whose calls hang is refused well before a fragment’s deadline, and delays no other address', async () => {
  const who = stranger()
  const hanging = call('/api/team/hang', who)
  const startedAt = performance.now()
  const waiting = call('/api/team/version', who)
  expect(await call('/api/team/version', stranger())).toBe(200)
  expect(await waiting).toBe(429)
  expect(performance.now() - startedAt).toBeLessThan(1500)
  expect(await hanging).toBe(504)
}, 10_000)

test('one team’s hanging calls refuse no other team’s calls of the same address', async () => {
  await using own = await openTestHost({ RATE_LIMIT_SCALE: '0.25', BFF_QUERY_DEADLINE_MS: '4000' })
  const code = `exports.perMinute = {}; exports.handle = async () => Response.json({})`
  await publishBundle(own.signing, 'other', '1.0.0', code)
  await promote(own.signing, { name: 'other', version: '1.0.0', by: 'ana' })
  const callTeam = async (path: string, address = 'one') =>
    (await fetch(own.url + path, { headers: { 'x-forwarded-for': address } })).status
  await expect.poll(() => callTeam('/api/other/x', 'two'), { timeout: 10_000 }).toBe(200)

  const hanging = [1, 2, 3].map(() => callTeam('/api/team/hang'))
  expect(await Promise.all([1, 2, 3, 4].map(() => callTeam('/api/other/x')))).toEqual([200, 200, 200, 200])
  expect((await Promise.all(hanging)).toSorted((a, b) => a - b)).toEqual([429, 504, 504])
}, 60_000)

test('a call sets no more cookies of a micro frontend than its browser may hold', async () => {
  await using own = await openTestHost()
  const sets = `
    exports.perMinute = {}
    exports.handle = async (request, context) => {
      for (let n = 0; n < 20; n++) context.setCookie('new-' + n, 'x', { maxAgeSeconds: 60 })
      return Response.json({})
    }`
  await publishBundle(own.signing, 'other', '1.0.0', sets)
  await promote(own.signing, { name: 'other', version: '1.0.0', by: 'ana' })
  const setBy = async (cookie: string) =>
    (await fetch(`${own.url}/api/other/x`, { headers: { cookie } })).headers.getSetCookie().length
  await expect.poll(() => setBy(''), { timeout: 10_000 }).toBe(8)
  expect(await setBy('bff_other_a=1; bff_other_b=2; bff_other_c=3; bff_team_a=1')).toBe(5)
}, 60_000)
