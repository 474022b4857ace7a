import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openJsonClient } from '@mallhive/mfe-kit/host/json-client'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openAnswerSources } from './answer-sources.ts'
import { openLoaderCalls } from './loader-calls.ts'
import type { CallingDocument } from './loader-calls.ts'
import { openPublicAnswers } from '@mallhive/process-kit/public-answers'
import { openSharedProcedures } from './shared-procedures.ts'

/** Answers each call with the headers that it came with, as the BFF host does for the procedures declared below. */
let seen: IncomingMessage[] = []
const bff = createServer((req, res) => {
  seen.push(req)
  const [path = ''] = (req.url ?? '').split('?')
  const { cookie = '', 'x-mall-release': release } = req.headers
  const procedures = path.split('/').at(-1)?.split(',') ?? []
  const answers = procedures.map((name) => ({ result: { data: `${String(release)} ${name} for ${cookie}` } }))
  const isShared = req.headers['x-mall-shared'] === '1'
  const keepForSeconds = procedures.map(() => 60)
  res.end(JSON.stringify(isShared ? { keepForSeconds, forgetOn: [], answers } : answers))
})
await once(bff.listen(0, '127.0.0.1'), 'listening')
afterAll(() => void bff.close())
const client = openJsonClient(`http://127.0.0.1:${(bff.address() as AddressInfo).port}`)

function openShell() {
  const answers = openPublicAnswers()
  const shared = openSharedProcedures()
  const declared = { publicFor: { shown: 60 }, anonymousFor: { hello: 60 } }
  shared.learn(['1.0.0', '1.1.0'].map((version) => ({ release: `team@${version}`, ...declared })))
  // Nothing has been missed since long ago.
  answers.apply({ changed: [], missed: false })
  return { bff: client, answers, shared }
}
let shell = openShell()
beforeEach(() => {
  seen = []
  shell = openShell()
})

function visit(more: Partial<CallingDocument> & { version?: string; cookie?: string } = {}) {
  const { version = '1.0.0', cookie = '', ...rest } = more
  const calls = openLoaderCalls(shell, {
    releases: { team: { id: version, version } },
    headers: { cookie, 'user-agent': 'browser', 'x-forwarded-for': '192.0.2.7' },
    origin: 'http://mall.test',
    isPreview: false,
    hasSession: cookie.includes('mall_session'),
    locale: 'en-IE',
    lang: 'en',
    currency: 'EUR',
    sources: openAnswerSources(),
    ...rest,
  })
  const call = calls({ signal: new AbortController().signal, traceparent: '00-1' })
  return async (procedure: string, input: unknown = {}): Promise<unknown> =>
    JSON.parse((await call('team', 'query', procedure, input)) ?? 'null')
}

test('a public call carries the market and the address, and nothing else of the shopper', async () => {
  await visit({ cookie: 'mall_session=ada; mall_device=1; bff_team_thing=red' })('shown')
  const [{ headers } = {}] = seen
  expect(headers).toEqual({
    host: expect.anything(),
    connection: 'keep-alive',
    'x-forwarded-for': '192.0.2.7',
    cookie: 'mall_currency=EUR',
    traceparent: '00-1',
    'x-mall-locale': 'en',
    'x-mall-release': 'team@1.0.0',
    'x-mall-shared': '1',
  })
})

test('two shoppers share public answers and never personal ones', async () => {
  const [ada, grace] = ['ada', 'grace'].map((name) => visit({ cookie: `mall_session=${name}` }))
  for (const shopper of [ada, grace, ada, grace]) {
    expect(await shopper?.('shown')).toBe('team@1.0.0 shown for mall_currency=EUR')
    expect(await shopper?.('hello')).toBe(
      `team@1.0.0 hello for mall_session=${shopper === ada ? 'ada' : 'grace'}`,
    )
  }
  expect(seen.filter(({ headers }) => headers['x-mall-shared'])).toHaveLength(1)
  expect(seen).toHaveLength(5)
})

test('visitors without a session get who they are without a call, whatever other cookies they have', async () => {
  const first = await visit()('hello')
  seen = []
  expect(await visit({ cookie: 'mall_bucket=4; bff_team_thing=red' })('hello')).toBe(first)
  expect(seen).toEqual([])
})

test('a pin, a canary, a market, a locale, an origin and an input never mix', async () => {
  const documents = [
    visit(),
    visit({ version: '1.1.0' }),
    visit({ currency: 'USD' }),
    visit({ locale: 'de-DE' }),
    // Pseudo-locales are formatted as English.
    visit({ lang: 'en-xa' }),
    visit({ origin: 'http://other.test' }),
  ]
  for (const _ of [1, 2]) for (const call of documents) await call('shown')
  await visit()('shown', { slug: 'mug' })
  expect(seen).toHaveLength(7)
  expect(await visit({ version: '1.1.0' })('shown')).toContain('team@1.1.0')
  expect(await visit({ currency: 'USD' })('shown')).toContain('mall_currency=USD')
})

test('a preview shares nothing', async () => {
  for (const _ of [1, 2]) await visit({ isPreview: true, cookie: 'mall_pass=1' })('shown')
  expect(seen.map(({ headers }) => [headers.cookie, headers['x-mall-shared']])).toEqual([
    ['mall_pass=1', undefined],
    ['mall_pass=1', undefined],
  ])
})

test('a release of which nothing is known is called as the shopper', async () => {
  await visit({ version: '9.0.0', cookie: 'mall_session=ada' })('shown')
  expect(seen.map(({ headers }) => headers.cookie)).toEqual(['mall_session=ada'])
})

test('public and personal calls of one tick are a request each', async () => {
  const call = visit({ cookie: 'mall_session=ada' })
  await Promise.all([call('shown'), call('hello'), call('shown', { slug: 'mug' }), call('mine')])
  expect(new Set(seen.map(({ url }) => url?.split('?')[0]))).toEqual(
    new Set(['/api/team/hello,mine', '/api/team/shown,shown']),
  )
  expect(seen).toHaveLength(2)
})

test('the deadline of the document that asked first does not end the call for others', async () => {
  const deadline = new AbortController()
  const calls = openLoaderCalls(shell, {
    releases: { team: { id: '1.0.0', version: '1.0.0' } },
    headers: {},
    origin: 'http://mall.test',
    isPreview: false,
    hasSession: false,
    locale: 'en-IE',
    lang: 'en',
    currency: 'EUR',
    sources: openAnswerSources(),
  })
  const early = calls({ signal: deadline.signal, traceparent: '' })('team', 'query', 'shown', {})
  const later = visit()('shown')
  deadline.abort()
  await expect(early).rejects.toMatchObject({ name: 'BffError' })
  expect(await later).toContain('shown')
})
