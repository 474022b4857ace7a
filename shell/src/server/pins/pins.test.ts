import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { beforeAll, expect, test } from 'vitest'
import { nothingLive } from '../releases.ts'
import type { Releases } from '../releases.ts'
import { openRequest } from '../open-request.ts'
import { testRelease, testShellProcess } from '../testing.ts'
import { keepPins } from './pin-redirect.ts'

beforeAll(() => testShellProcess({}))

const live = { cart: testRelease('cart', '1.5.0'), home: testRelease('home', '2.0.0') }

const releases: Releases = {
  ...nothingLive,
  assign: () => live,
  ensure: async (name, version) => testRelease(name, version),
  pin: async (name, target) => {
    if (target === '9.9.9') throw new ReleaseError('NOT_PUBLISHED', 'not published')
    if (target === '1.0.0') throw new ReleaseError('RETIRED', 'retired')
    if (target === '6.6.6') throw new Error('no cart today')
    return testRelease(name, target)
  },
}

function request(url: string, headers: Record<string, string> = {}) {
  const req = Object.assign(new IncomingMessage(new Socket()), { headers, url })
  return { req, res: new ServerResponse(req) }
}

/** Opens a document with these headers and returns its scope. */
async function open(headers: Record<string, string>, url = '/') {
  const { req, res } = request(url, headers)
  const { releases: given, pins } = await openRequest(req, res, releases, '', releases.visitor(headers))
  const versions = Object.values(given).map(({ name, version }) => `${name}@${version}`)
  res.writeHead(200)
  return { versions: versions.toSorted().join(), pins, res }
}

/** Requests an address with these cookies; returns the redirect's target and its new pins. */
function visit(url: string, cookie = '') {
  const { req, res } = request(url, { cookie })
  if (!keepPins(req, res, releases.visitor({}))) return undefined
  const [, pins] =
    /^mall_pin=([^;]*); Max-Age=\d+; Path=\/; HttpOnly/.exec(String(res.getHeader('set-cookie'))) ?? []
  return { status: res.statusCode, to: res.getHeader('location'), pins }
}

test('an address adds and replaces pins, and redirects to itself without them', () => {
  expect(visit('/c/mugs?sort=price&mall-pin=cart@1.6.0')).toEqual({
    status: 303,
    to: '/c/mugs?sort=price',
    pins: 'cart@1.6.0',
  })
  const pinned = 'x=1; mall_pin=cart@1.6.0,home@2.1.0'
  expect(visit('/?mall-pin=cart@1.7.0,seller@1.0.0', pinned)?.pins).toBe('cart@1.7.0,home@2.1.0,seller@1.0.0')
  expect(visit('/?mall-pin=', pinned)?.pins).toBe('cart@1.6.0,home@2.1.0')
  expect(visit('/?mall-pin=cart@http://localhost:4103')?.pins).toBe('cart@http://localhost:4103')
  expect(visit('/', pinned)).toBeUndefined()
})

test.each([
  '//evil.example/?mall-pin=',
  '/.//evil.example/?mall-pin=',
  '/\\evil.example/?mall-pin=',
  'https://evil.example//x?mall-pin=',
])('no address leads out of the mall: %s', (url) => expect(String(visit(url)?.to)).toMatch(/^\/(?!\/)/))

test('the cookie pins several micro frontends, and the others stay live', async () => {
  const { versions, pins, res } = await open({ cookie: 'mall_bucket=1; mall_pin=cart@1.6.0,seller@3.0.0' })
  expect(versions).toBe('cart@1.6.0,home@2.0.0,seller@3.0.0')
  expect(pins).toEqual({
    active: [
      { name: 'cart', version: '1.6.0' },
      { name: 'seller', version: '3.0.0' },
    ],
    refused: [],
    removable: true,
  })
  expect(res.getHeaders()).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
})

test('the header overrides the cookie, and sets no cookie', async () => {
  const cookie = 'mall_bucket=1; mall_pin=home@2.1.0'
  const { versions, pins, res } = await open({ cookie, 'x-mall-pin': 'cart@1.6.0' }, '/?mall-pin=cart@1.7.0')
  expect(versions).toBe('cart@1.6.0,home@2.0.0')
  expect(pins?.removable).toBe(false)
  expect(res.getHeader('set-cookie')).toBeUndefined()
  const { req } = request('/?mall-pin=cart@1.7.0', { 'x-mall-pin': 'cart@1.6.0' })
  expect(keepPins(req, res, releases.visitor({}))).toBe(false)
})

test.each([
  ['cart@9.9.9', 'there is no such release'],
  ['cart@1.0.0', 'it stopped being live too long ago and is no longer kept'],
  ['cart@6.6.6', 'its server code does not run: no cart today'],
])('a refused pin is shown with its reason, and changes nothing else: %s', async (pin, why) => {
  const { versions, pins } = await open({ cookie: `mall_bucket=1; mall_pin=${pin},home@2.1.0` })
  expect(versions).toBe('cart@1.5.0,home@2.1.0')
  expect(pins?.refused).toEqual([{ name: 'cart', pin: pin.replace('@', ' '), why }])
})

test.each([
  'nonsense',
  '__proto__@1.0.0',
  'cart@latest',
  'cart@',
  'home@2.1.0,cart@ ,seller@1.0.0',
  'cart@http://evil.example:4103',
  'cart@http://localhost:80@evil.example',
  'cart@1.0.0\r\nset-cookie: x=y',
  Array.from({ length: 9 }, (_, at) => `team${at}@1.0.0`).join(),
  `cart@1.0.0-${'x'.repeat(100_000)}`,
])('a malformed pin is shown and has no effect: %.60s', async (text) => {
  const url = `/?mall-pin=${encodeURIComponent(text)}`
  expect(visit(url)).toBeUndefined()
  const { versions, pins } = await open({ cookie: 'mall_bucket=1' }, url)
  expect(versions).toBe('cart@1.5.0,home@2.0.0')
  expect(pins?.refused).toHaveLength(1)
  expect(pins?.refused[0]?.pin.length).toBeLessThan(62)
})

test('names that every object seems to have are no micro frontends', async () => {
  const { versions } = await open({ cookie: 'mall_bucket=1; mall_pin=constructor@1.0.1; __proto__=x' })
  expect(versions).toBe('cart@1.5.0,home@2.0.0')
})

test('a damaged cookie is ignored, and without pins there is no notice', async () => {
  const { versions, pins, res } = await open({ cookie: 'mall_bucket=1; mall_pin=%%%@@,,' })
  expect(versions).toBe('cart@1.5.0,home@2.0.0')
  expect(pins).toBeUndefined()
  expect(res.getHeader('x-robots-tag')).toBeUndefined()
})

test('a navigation keeps the pinned releases of its document and the bar', async () => {
  const headers = {
    cookie: 'mall_bucket=1; mall_pin=cart@1.6.0',
    'x-mall-assignment': 'cart@1.6.0,home@1.9.0',
  }
  const { versions, pins } = await open(headers)
  expect(versions).toBe('cart@1.6.0,home@1.9.0')
  expect(pins?.active).toEqual([{ name: 'cart', version: '1.6.0' }])
})
