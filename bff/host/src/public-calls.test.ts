import { afterAll, beforeAll, expect, test } from 'vitest'
import { promote } from '@mallhive/release-runtime/promote'
import { publishBundle } from '@mallhive/release-runtime/testing'
import { openTestHost } from './testing.ts'

let host: Awaited<ReturnType<typeof openTestHost>>
beforeAll(async () => void (host = await openTestHost()))
afterAll(() => host[Symbol.asyncDispose]())

const cookie = 'mall_session=ana; bff_team_thing=red; mall_currency=USD; mall_searches=on'
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${host.url}/api/team/${path}`, { headers: { cookie, ...headers } })
const shared = (path: string) => ask(path, { 'x-mall-shared': '1' })
const batch = (procedures: string, ...inputs: unknown[]) =>
  `${procedures}?batch=1&input=${encodeURIComponent(JSON.stringify(Object.fromEntries(inputs.entries())))}`

interface Answer {
  result?: { data: Record<string, unknown> }
  error?: { data: { reason: string } }
}
const answersOf = async (response: Response) => (await response.json()) as Answer[]

test('a public procedure sees no session, cookie, guest or address, only the market', async () => {
  const before = { ...host.identity }
  const [answer] = await answersOf(await ask(batch('shown')))
  expect(answer?.result?.data).toEqual({
    sessionUnknown: false,
    consents: [],
    cookies: {},
    locale: 'en-US',
    lang: 'en',
    currency: 'USD',
    publicOrigin: 'http://localhost:4000',
    requestId: expect.any(String),
    signal: {},
    log: {},
    catalog: expect.anything(),
  })
  const [guest] = await answersOf(await ask(batch('shownWithGuest')))
  expect(guest?.error?.data.reason).toBe('SESSION_REQUIRED')
  expect({ ...host.identity }).toEqual(before)
})

test('a public procedure’s service calls carry no token', async () => {
  expect(await answersOf(await ask(batch('addresses')))).toMatchObject([{ result: { data: ['of ana'] } }])
  expect(await answersOf(await ask(batch('shownByService')))).toMatchObject([
    { result: { data: expect.stringContaining('failed') } },
  ])
})

test('a batch of public and personal procedures is split, and answered in its order', async () => {
  const answers = await answersOf(
    await ask(batch('shownOf,mine,shown,shownOf', 'a', undefined, undefined, 'b')),
  )
  expect(answers.map((it) => it.result?.data)).toEqual([
    'shown a',
    'ana',
    expect.not.objectContaining({ actor: expect.anything() }),
    'shown b',
  ])
})

test('refusals of a split batch keep their places', async () => {
  const answers = await ask(batch('shownOf,mine', 3))
  expect(answers.status).toBe(207)
  expect(await answersOf(answers)).toMatchObject([
    { error: { data: { reason: 'INVALID_INPUT' } } },
    { result: { data: 'ana' } },
  ])
})

test('the host passes on the answers of a split batch as the bundle wrote them', async () => {
  const written = '{ "result" : { "data" : 1.0 } }'
  const code = `module.exports = { perMinute: {}, publicFor: { shown: 30 }, handle: async () => new Response(${JSON.stringify(written)}) }`
  await publishBundle(host.signing, 'raw', '1.0.0', code, {})
  await promote(host.signing, { name: 'raw', version: '1.0.0', by: 'ana' })
  await expect
    .poll(async () => (await fetch(`${host.url}/api/raw/${batch('shown,own')}`)).text(), { timeout: 5000 })
    .toBe(`[${written},${written}]`)
})

test('a split batch whose answers are too large together is refused', async () => {
  const one = await ask(batch('big'))
  expect([one.status, (await one.text()).length > 4_900_000]).toEqual([200, true])
  expect((await ask(batch('shown,big,big'))).status).toBe(500)
})

test('a form’s answer that is too large to parse is an error in words', async () => {
  const answer = await fetch(`${host.url}/api/team/form/bigForm`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:4000' },
    body: '_redirect=/',
    redirect: 'manual',
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([500, null])
})

test('a shared answer says how long it may be kept and what makes it wrong', async () => {
  const response = await shared(batch('shown,shownOf,hello', undefined, 'a'))
  expect(await response.json()).toMatchObject({
    keepForSeconds: [30, 20, 60],
    forgetOn: ['mallhive.identity.v1.UserRegistered:u1', 'mallhive.identity.v1.UserRegistered:u2'],
    answers: [{ result: {} }, { result: { data: 'shown a' } }, { result: { data: 'Hello stranger' } }],
  })
})

test('an answer during which a service failed is not kept', async () => {
  expect(await (await shared(batch('shownByService'))).json()).toMatchObject({ keepForSeconds: [0] })
})

test('an answer that lacks something by its own account is neither kept nor remembered', async () => {
  expect(await (await shared(batch('shownInPart'))).json()).toMatchObject({ keepForSeconds: [0] })
  const id = async () => (await answersOf(await ask(batch('shownInPart'))))[0]?.result?.data
  await remembered({}).toBe(true)
  expect(await id()).not.toBe(await id())
})

test('a personal procedure is never shared', async () => {
  for (const procedures of ['mine', 'shown,mine', 'add', 'toString']) {
    const refused = await shared(batch(procedures))
    expect([refused.status, ((await refused.json()) as Answer).error?.data.reason]).toEqual([
      400,
      'NOT_SHARED',
    ])
  }
})

test('what procedures declare is listed for the shell', async () => {
  const { bundles } = (await (await fetch(`${host.url}/bundles`)).json()) as { bundles: object[] }
  expect(bundles).toContainEqual(
    expect.objectContaining({
      release: 'team@1.0.0',
      publicFor: expect.objectContaining({ shown: 30 }),
      anonymousFor: { hello: 60 },
    }),
  )
})

const requestIdOf = async (headers: Record<string, string>) => {
  const [answer] = await answersOf(await ask(batch('shown'), headers))
  return answer?.result?.data['requestId']
}

/** Resolves when the host answers this market from memory. */
const remembered = (headers: Record<string, string>) =>
  expect.poll(async () => (await requestIdOf(headers)) === (await requestIdOf(headers)), { timeout: 5000 })

test('a public answer is remembered for all shoppers, and beside it each one gets their own', async () => {
  await remembered({ cookie: 'mall_session=ana' }).toBe(true)
  expect(await requestIdOf({ cookie: 'mall_session=guest' })).toBe(
    await requestIdOf({ cookie: 'mall_session=ana' }),
  )
  for (const name of ['ana', 'bea', 'ana']) {
    const answers = await answersOf(await ask(batch('shown,mine,hello'), { cookie: `mall_session=${name}` }))
    expect(answers[0]?.result?.data).not.toHaveProperty('actor')
    expect(answers.slice(1).map((it) => it.result?.data)).toEqual([name, `Hello ${name}`])
  }
})

test('an answer during which a service failed is not remembered', async () => {
  await remembered({}).toBe(true)
  const failed = async () => (await answersOf(await ask(batch('shownByService'))))[0]?.result?.data
  const first = await failed()
  expect(first).toContain('failed in ')
  expect(await failed()).not.toBe(first)
})

test('remembered answers are kept apart by market, locale and input', async () => {
  const markets: Record<string, string>[] = [
    { cookie: 'mall_currency=USD' },
    { cookie: 'mall_currency=EUR' },
    { cookie: 'mall_currency=EUR', 'x-mall-locale': 'de' },
  ]
  for (const market of markets) await remembered(market).toBe(true)
  expect(new Set(await Promise.all(markets.map((market) => requestIdOf(market)))).size).toBe(3)
  const inputs = await Promise.all(['a', 'b', 'a'].map((it) => ask(batch('shownOf', it)).then(answersOf)))
  expect(inputs.map(([answer]) => answer?.result?.data)).toEqual(['shown a', 'shown b', 'shown a'])
})

test('answers on the preview host are never remembered', async () => {
  await remembered({ 'x-forwarded-host': 'localhost:4000' }).toBe(true)
  const preview = { 'x-forwarded-host': 'preview.localhost:4000' }
  const ids = new Set<unknown>()
  for (const _ of [1, 2, 3]) ids.add(await requestIdOf(preview))
  expect([ids.size, ids.has(undefined)]).toEqual([3, false])
})
