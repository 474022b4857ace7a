import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { nothingLive } from './releases.ts'
import type { Releases } from './releases.ts'
import { openRequest } from './open-request.ts'
import { shellProcess } from './shell-process.ts'
import { testRelease, testShellProcess } from './testing.ts'

beforeAll(() => testShellProcess({}))

const cart = (version: string) => testRelease('cart', version)

const releases: Releases = {
  ...nothingLive,
  assign: (bucket) => ({ cart: cart(bucket < 100 ? '1.6.0' : '1.5.0') }),
  ensure: async (_, version) => {
    if (version === '1.0.0') throw new Error('gone')
    return cart(version)
  },
}

async function open(headers: Record<string, string>, url = '/') {
  const req = Object.assign(new IncomingMessage(new Socket()), { headers, url })
  const res = new ServerResponse(req)
  return { scope: await openRequest(req, res, releases, '', releases.visitor(headers)), res }
}

test('a browser keeps its bucket, and gets one when it has no valid one', async () => {
  const known = await open({ cookie: 'mall_bucket=42' })
  expect(known.scope.releases['cart']?.version).toBe('1.6.0')
  expect(known.res.getHeader('set-cookie')).toBeUndefined()
  for (const cookie of ['', 'mall_bucket=10000', 'mall_bucket=abc; =; x', 'mall_bucket=']) {
    const { res } = await open({ cookie })
    expect(String(res.getHeader('set-cookie'))).toMatch(/^mall_bucket=\d{1,4}; .*Path=\/; HttpOnly/)
  }
})

test('a document keeps its releases while it navigates, until they are gone', async () => {
  const cookie = 'mall_bucket=42'
  const kept = await open({ cookie, 'x-mall-assignment': 'cart@1.4.0' })
  expect(kept.scope).toMatchObject({ outdated: false, releases: { cart: { version: '1.4.0' } } })
  const gone = await open({ cookie, 'x-mall-assignment': 'cart@1.0.0' })
  expect(gone.scope).toMatchObject({ outdated: true, releases: { cart: { version: '1.6.0' } } })
})

test('a document in another currency than the visitor’s has to load anew', async () => {
  const outdated = async (currency?: string) =>
    (await open({ cookie: 'mall_currency=USD', ...(currency && { 'x-mall-currency': currency }) })).scope
      .outdated
  expect([await outdated(), await outdated('USD'), await outdated('EUR')]).toEqual([false, false, true])
})

test('a document that is shown again with other preferences than the visitor’s has to load anew', async () => {
  const outdated = async (preferences?: string) =>
    (
      await open({
        cookie: 'mall_theme=dark; mall_metrics=off',
        ...(preferences && { 'x-mall-preferences': preferences }),
      })
    ).scope.outdated
  const outcomes = [
    await outdated(),
    await outdated('dark,off'),
    await outdated('dark,on'),
    await outdated(',off'),
  ]
  expect(outcomes).toEqual([false, false, true, true])
})

test('a document from before a consent was given or taken back has to load anew when it is shown again', async () => {
  const outdated = async (cookie: string, preferences: string) =>
    (await open({ cookie, 'x-mall-preferences': preferences })).scope.outdated
  expect(await outdated('mall_searches=on', ',on')).toBe(true)
  expect(await outdated('mall_searches=on', ',on,searches')).toBe(false)
  expect(await outdated('', ',on,searches')).toBe(true)
})

test('a page that the browser only prefetches is marked so, and its document is sent to no other visitor', async () => {
  const scopeOf = async (purpose?: string) =>
    (await open({ cookie: 'mall_bucket=42', ...(purpose !== undefined && { 'sec-purpose': purpose }) })).scope
  expect(await scopeOf()).toMatchObject({ isPrefetch: false, isPersonal: false })
  for (const purpose of ['prefetch', 'prefetch;prerender'])
    expect(await scopeOf(purpose)).toMatchObject({ isPrefetch: true, isPersonal: true })
})

test('a loader’s call names itself as one, as the BFF host requires for mutations', async () => {
  const seen: Record<string, string>[] = []
  shellProcess().bff = async ({ headers }) => (seen.push(headers), [{ result: { data: 'started' } }])
  const { scope } = await open({ cookie: 'mall_bucket=42; mall_session=ada' })
  const call = scope.calls({ signal: new AbortController().signal, traceparent: '' })
  expect(await call('cart', 'mutation', 'start', {})).toBe('"started"')
  expect(seen).toMatchObject([{ 'x-mall-loader': '1', 'sec-fetch-site': 'none' }])
})

test('a request that names a flood of releases looks none of them up', async () => {
  const ids = Array.from({ length: 51 }, (_, i) => `cart@1.0.${i + 1}`).join(',')
  const { scope } = await open({ cookie: 'mall_bucket=42', 'x-mall-assignment': ids })
  expect(scope).toMatchObject({ outdated: true, releases: { cart: { version: '1.6.0' } } })
})
