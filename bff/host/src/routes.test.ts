import { fromBinary } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { promote } from '@mallhive/release-runtime/promote'
import { publishBundle } from '@mallhive/release-runtime/testing'
import { withdraw } from '@mallhive/release-runtime/withdraw'
import { crowdedAddress, openTestHost } from './testing.ts'

let host: Awaited<ReturnType<typeof openTestHost>>
beforeAll(
  async () => void (host = await openTestHost({ BFF_QUERY_DEADLINE_MS: '1000', RELEASE_RETENTION_MS: '1' })),
)
afterAll(() => host[Symbol.asyncDispose]())

const origin = 'http://localhost:4000'
const browser = { origin, 'sec-fetch-site': 'same-origin' }
/** Headers that the edge adds to a request for the preview host. */
const onPreview = { 'x-forwarded-host': 'preview.localhost:4000' }
const json = { ...browser, 'content-type': 'application/json' }

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${host.url}/api/team/${path}`, { headers })
const post = (path: string, body: object, headers: Record<string, string> = json) =>
  fetch(`${host.url}/api/team/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
const submit = (procedure: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${host.url}/api/team/form/${procedure}`, {
    method: 'POST',
    headers: { ...browser, referer: `${origin}/cart?flash=old&x=1`, ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })

const dataOf = async (response: Response) =>
  ((await response.json()) as { result: { data: unknown } }).result.data
const reasonOf = async (response: Response) =>
  ((await response.json()) as { error: { data: { reason: string } } }).error.data.reason

test('several versions answer side by side, each for the documents that name it', async () => {
  const answers = await Promise.all([
    ask('version'),
    ask('version', { 'x-mall-release': 'team@1.0.0' }),
    ask('version', { 'x-mall-release': 'team@1.1.0', ...onPreview }),
  ])
  expect(await Promise.all(answers.map(dataOf))).toEqual(['one', 'one', 'two'])
})

test('a withdrawn release answers 410, an unknown team 404', async () => {
  const gone = await ask('version', { 'x-mall-release': 'team@9.9.9' })
  expect([gone.status, await reasonOf(gone)]).toEqual([410, 'RELEASE_GONE'])
  expect((await ask('version', { 'x-mall-release': 'other@1.0.0' })).status).toBe(400)
  expect((await fetch(`${host.url}/api/unknown/version`)).status).toBe(404)
})

test('on the shoppers’ host no call runs a release that was never promoted, by header or by form field', async () => {
  for (const asked of ['localhost:4000', 'evil.example', 'preview.localhost.evil.example'])
    for (const release of ['team@1.1.0', 'team@0.0.0-dev.4103.abcdef']) {
      const headers = { 'x-mall-release': release, 'x-forwarded-host': asked }
      const refused = await ask('version', headers)
      expect([refused.status, await reasonOf(refused)]).toEqual([410, 'RELEASE_GONE'])
    }
  const form = { _release: 'team@1.1.0', _redirect: '/done' }
  // The stable router runs instead.
  expect((await submit('go', { ...form, to: '/stable' })).headers.get('location')).toBe('/stable')
})

test('the mall and the preview host are separate origins: neither may change state at the other', async () => {
  const preview = { ...json, origin: 'http://preview.localhost:4000' }
  expect((await post('add', { quantity: '1' }, { ...preview, ...onPreview })).status).toBe(200)
  expect((await post('add', { quantity: '1' }, preview)).status).toBe(403)
  expect((await post('add', { quantity: '1' }, { ...json, ...onPreview })).status).toBe(403)
  const referer = 'http://preview.localhost:4000/cart'
  const refused = await submit(
    'add',
    { quantity: '100' },
    { ...preview, ...onPreview, referer, 'content-type': 'application/x-www-form-urlencoded' },
  )
  expect(refused.headers.get('location')).toMatch(/^\/cart\?flash=/)
})

test('a session cookie is exchanged for an actor and a token once a minute', async () => {
  const before = host.identity.calls
  const headers = { cookie: 'mall_session=ana' }
  expect(await dataOf(await ask('mine', headers))).toBe('ana')
  expect(await dataOf(await ask('addresses', headers))).toEqual(['of ana'])
  expect(host.identity.calls - before).toBe(1)
})

test('no query reaches an RPC that may have side effects, with a session or without; a mutation does', async () => {
  const ana = { cookie: 'mall_session=ana' }
  for (const query of ['dropByQuery', 'dropForAll', 'dropByQuery,mine?batch=1']) {
    const answer = await ask(query, ana)
    expect(answer.status).not.toBe(200)
    expect(await answer.text()).toContain('"reason":"QUERY_WRITES"')
  }
  expect(host.identity.deleted).toBe(0)
  expect((await post('drop', {}, { ...json, ...ana })).status).toBe(200)
  expect(host.identity.deleted).toBe(1)
})

test.each([
  'mall_session=',
  'mall_session=dead',
  '=;;%E0%A4%A;mall_session',
  `mall_session=${'x'.repeat(4000)}`,
])('a cookie that names no session is no session, not an error: %s', async (cookie) => {
  expect((await ask('version', { cookie })).status).toBe(200)
  expect((await ask('mine', { cookie })).status).toBe(401)
})

test('while identity is down, public procedures answer and no session is treated as absent', async () => {
  host.identity.down = true
  const cookie = 'mall_session=cleo'
  expect((await ask('version', { cookie })).status).toBe(200)
  const refused = await ask('mine', { cookie })
  expect([refused.status, await reasonOf(refused)]).toEqual([503, 'SESSION_UNKNOWN'])
  host.identity.down = false
  expect((await ask('mine', { cookie })).status).toBe(200)
})

test('the contracts route returns a service’s descriptors, and an empty set for an unknown service', async () => {
  const at = (service: string) => fetch(`${host.url}/api/_mall/contracts?service=${service}`)
  const set = fromBinary(
    FileDescriptorSetSchema,
    await (await at('mallhive.identity.v1.IdentityService')).bytes(),
  )
  expect(set.file.flatMap(({ service }) => service.map(({ name }) => name))).toEqual(['IdentityService'])
  expect((await (await at('mallhive.unknown.v1.UnknownService')).bytes()).length).toBe(0)
  expect((await at('no.service')).status).toBe(400)
})

test('the first purchase starts a guest session, once for a whole batch', async () => {
  const response = await post('add,add?batch=1', { 0: { quantity: '1' }, 1: { quantity: '2' } })
  expect(await response.json()).toMatchObject([
    { result: { data: { for: 'guest' } } },
    { result: { data: { for: 'guest' } } },
  ])
  expect(response.headers.getSetCookie()).toEqual(['mall_session=guest; Path=/; HttpOnly'])
})

test('neither a query, nor invalid input, nor a loader, nor another site’s page starts a guest', async () => {
  const before = host.identity.guests
  const body = { quantity: '1' }
  expect((await ask('look')).status).toBe(401)
  expect((await ask('add', { cookie: 'x=1' })).status).toBe(405)
  for (const invalid of [{ quantity: '100' }, {}, []]) expect((await post('add', invalid)).status).toBe(400)
  const fromLoader = await post('add', body, { ...json, 'sec-fetch-site': 'none' })
  expect([fromLoader.status, await reasonOf(fromLoader)]).toEqual([401, 'SESSION_REQUIRED'])
  expect((await post('add', body, { ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(401)
  expect((await post('add', body, { ...json, origin: 'https://evil.example' })).status).toBe(403)
  expect(host.identity.guests).toBe(before)
  expect((await post('add', body)).status).toBe(200)
  expect(host.identity.guests).toBe(before + 1)
})

test('a loader may call a mutation only where the called BFF marks it, alone and in a batch', async () => {
  const loader = { ...json, 'sec-fetch-site': 'none', 'x-mall-loader': '1', cookie: 'mall_session=ana' }
  for (const [path, body] of [
    ['add', { quantity: '1' }],
    ['start,add?batch=1', { 1: { quantity: '1' } }],
    ['toString', {}],
  ] as const) {
    const refused = await post(path, body, loader)
    expect([refused.status, await reasonOf(refused)]).toEqual([403, 'NOT_FOR_LOADERS'])
  }
  expect(await dataOf(await post('start', {}, loader))).toBe('ana')
  expect((await ask('mine', { 'x-mall-loader': '1', cookie: 'mall_session=ana' })).status).toBe(200)
  // The page itself calls every mutation.
  expect((await post('add', { quantity: '1' }, { ...json, cookie: 'mall_session=ana' })).status).toBe(200)
})

test('at an address with too many new guests a first purchase is refused in words, a known session buys', async () => {
  const crowded = { ...json, 'x-forwarded-for': crowdedAddress }
  const refused = await post('add', { quantity: '1' }, crowded)
  expect(refused.status).toBe(429)
  const { error } = (await refused.json()) as { error: { message: string } }
  expect(error.message).toMatch(/^Many new shoppers .* try again in 2 min\.$/)
  expect((await post('add', { quantity: '1' }, { ...crowded, cookie: 'mall_session=ana' })).status).toBe(200)
})

test('a refusal in a batch is reported in its own entry, and the batch answers 207', async () => {
  const response = await post('add?batch=1', { 0: { quantity: '100' } })
  const [{ error }] = (await response.json()) as [{ error: { data: object } }]
  expect(error.data).toMatchObject({ httpStatus: 400, fields: { quantity: 'At most 99.' } })
  expect(response.status).toBe(207)
  expect((await post('add', { quantity: '100' })).status).toBe(400)
  expect((await ask('hang?batch=1')).status).toBe(504)
  expect(
    (await post('add?batch=1', { 0: { quantity: '1' } }, { ...json, origin: 'https://evil.example' })).status,
  ).toBe(403)
})

test.each([
  [403, { origin: 'https://evil.example', 'content-type': 'application/json' }],
  [403, { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }],
  [403, { cookie: 'mall_session=ana', 'content-type': 'application/json' }],
  [401, { 'content-type': 'application/json' }],
  [200, { ...json, cookie: 'mall_session=ana' }],
])('a state-changing call answers %i with %j', async (status, headers) => {
  expect((await post('add', { quantity: '1' }, headers)).status).toBe(status)
})

test('long batches fit, oversized bodies do not', async () => {
  const input = encodeURIComponent(
    JSON.stringify(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [i, 'x'.repeat(200)]))),
  )
  expect((await ask(`${Array(10).fill('echo').join(',')}?batch=1&input=${input}`)).status).toBe(200)
  expect((await ask(`${Array(11).fill('version').join(',')}?batch=1`)).status).toBe(400)
  const tooMuch = await post('add', { quantity: '1', password: 'x'.repeat(70_000) })
  expect([tooMuch.status, await reasonOf(tooMuch)]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
})

test('a procedure that hangs ends at the deadline', async () => {
  const response = await ask('hang')
  expect([response.status, await reasonOf(response)]).toEqual([504, 'DEADLINE_EXCEEDED'])
})

test('a procedure beyond its own limit answers 429 with Retry-After', async () => {
  const headers = { ...json, 'x-forwarded-for': `spoofed, ${randomUUID()}` }
  const statuses = []
  for (let call = 0; call < 3; call++) statuses.push((await post('scarce', {}, headers)).status)
  expect(statuses).toEqual([401, 401, 429])
  expect((await post('scarce', {}, headers)).headers.get('retry-after')).toMatch(/^\d+$/)
  expect((await ask('version', headers)).status).toBe(200)
})

test('a form without JavaScript runs the mutation and redirects', async () => {
  const own = { _release: 'team@1.0.0', _redirect: '/checkout?step=1' }
  const done = await submit('add', { ...own, quantity: '2' })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/checkout?step=1'])
  expect(done.headers.getSetCookie()[0]).toContain('mall_session=guest')
  expect((await submit('add', { quantity: '2' })).headers.get('location')).toBe('/cart?x=1')
  expect(
    (await submit('go', { to: 'https://bank.example/3ds', _redirect: '/x' })).headers.get('location'),
  ).toBe('https://bank.example/3ds')
})

test.each(['//evil.example', '/.//evil.example/x', 'https:evil.example'])(
  'a form leads nowhere else: %j',
  async (target) => {
    const own = await submit('add', { quantity: '1', _redirect: target })
    const referred = await submit('add', { quantity: '1' }, { referer: origin + target })
    const chosen = await submit('go', { to: target })
    for (const response of [own, referred, chosen])
      expect(new URL(response.headers.get('location') ?? '', origin).origin).toBe(origin)
  },
)

test('a refused form redirects back with its values and errors, for this browser only, without secrets', async () => {
  const refused = await submit('add', { quantity: '100', password: 'hunter2', _form: 'team/add#7' })
  const location = refused.headers.get('location') ?? ''
  const id = /^\/cart\?x=1&flash=([\w-]+)$/.exec(location)?.[1]
  const cookie =
    refused.headers
      .getSetCookie()
      .find((it) => it.startsWith('mall_flash='))
      ?.split(';')[0] ?? ''
  const look = async (): Promise<unknown> => (await ask(`flash/${id}`, { cookie })).json()
  const flash = { form: 'team/add#7', values: { quantity: '100' }, errors: { quantity: 'At most 99.' } }
  expect([await look(), await look()]).toEqual([flash, flash])
  expect((await ask(`flash/${id}`)).status).toBe(404)
  expect((await ask(`flash/${id}`, { cookie: `mall_flash=${randomUUID()}` })).status).toBe(404)
})

const many = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`f${n}`, 'xx']))
test('a form posted without scripts is refused in the language of its page', async () => {
  const refused = JSON.parse(await flashOf(await submit('mine', { _locale: 'de' })))
  expect(refused).toMatchObject({ formError: 'Diese Funktion lässt sich so nicht aufrufen.' })
})

/** Returns the flash to which a refused form redirects, as its browser gets it. */
async function flashOf({ headers }: Response): Promise<string> {
  const id = /flash=([\w-]+)$/.exec(headers.get('location') ?? '')?.[1]
  const cookies = headers.getSetCookie().map((it) => it.split(';')[0])
  return (await ask(`flash/${id}`, { cookie: cookies.join('; ') })).text()
}

const unkept = { values: {}, formError: expect.stringContaining('too long to keep') }

test.each([
  ['a value', { quantity: '100', note: 'x'.repeat(40_000) }, unkept],
  ['many values', { quantity: '100', ...many }, { ...unkept, errors: { quantity: 'At most 99.' } }],
  [
    'a form name',
    { quantity: '100', _form: 'y'.repeat(40_000) },
    { form: 'team/add', values: { quantity: '100' } },
  ],
])('a flash with %s too long to keep says so, in at most 8 KiB', async (_, fields, expected) => {
  const refused = await submit('add', fields)
  expect(refused.status).toBe(303)
  const text = await flashOf(refused)
  expect(text.length).toBeLessThanOrEqual(8 * 1024)
  expect(JSON.parse(text)).toMatchObject(expected)
})

test('a withdrawn release answers on no host', async () => {
  const held = (more = {}) => ask('version', { 'x-mall-release': 'team@1.2.0', ...more })
  await publishBundle(host.signing, 'team', '1.2.0', host.code)
  expect((await held(onPreview)).status).toBe(200)
  await withdraw(host.signing, { name: 'team', version: '1.2.0', by: 'ana', reason: 'it leaks' })
  await expect.poll(async () => (await held(onPreview)).status).toBe(410)
  expect(await reasonOf(await held())).toBe('RELEASE_GONE')
})

test('a promotion reaches the host within its polling interval, and the superseded release ends after its retention', async () => {
  const old = () => ask('version', { 'x-mall-release': 'team@1.0.0' })
  expect((await old()).status).toBe(200)
  await promote(host.signing, { name: 'team', version: '1.1.0', by: 'ana' })
  await expect.poll(async () => dataOf(await ask('version'))).toBe('two')
  expect(await reasonOf(await old())).toBe('RELEASE_GONE')
})

test('HEAD runs no procedure', async () => {
  const answer = await fetch(`${host.url}/api/team/version`, { method: 'HEAD' })
  expect(answer.status).toBe(404)
})

test('a form without JavaScript leads on in the language of its page', async () => {
  const to = async (fields: Record<string, string>) => (await submit('go', fields)).headers.get('location')
  expect(await to({ to: '/done', _locale: 'de' })).toBe('/de/done')
  expect(await to({ to: '/de/done', _locale: 'de' })).toBe('/de/done')
  expect(await to({ to: '/done', _locale: 'xx' })).toBe('/done')
  expect(await to({ to: 'https://pay.example/1', _locale: 'de' })).toBe('https://pay.example/1')
})

test('a procedure knows the language of the page that calls it', async () => {
  const seen = async (locale: string) => {
    const answer: unknown = await (await ask('context', { 'x-mall-locale': locale })).json()
    return answer
  }
  expect(await seen('de')).toMatchObject({ result: { data: { lang: 'de', locale: 'de-DE' } } })
  expect(await seen('constructor')).toMatchObject({ result: { data: { lang: 'en', locale: 'en-IE' } } })
})

test('a procedure knows what its shopper has agreed to, and that a browser with GPC refuses', async () => {
  const seen = async (headers: Record<string, string>) => {
    const answer: unknown = await (await ask('context', headers)).json()
    return answer
  }
  const cookie = 'mall_searches=on'
  expect(await seen({ cookie })).toMatchObject({ result: { data: { consents: ['searches'] } } })
  expect(await seen({ cookie, 'sec-gpc': '1' })).toMatchObject({ result: { data: { consents: [] } } })
  expect(await seen({ cookie: '' })).toMatchObject({ result: { data: { consents: [] } } })
})
