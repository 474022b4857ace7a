import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultyBucket, newKey, policyFor } from '../testing.ts'
import { passLifetimeMs, signPass } from './pass.ts'
import { previewsOf } from './settings.ts'
import { visitorReader, withPass } from './visitor.ts'

const resources = new AsyncDisposableStack()
const publicOrigin = 'https://mall.example'
const host = 'preview.mall.example'
const cartTeam = newKey()
const stranger = newKey()
const now = Date.parse('2030-01-01')
let bucket: Awaited<ReturnType<typeof faultyBucket>>

beforeAll(async () => {
  bucket = resources.use(await faultyBucket())
  await bucket.decree(policyFor([{ key: cartTeam, microFrontends: ['cart'] }], undefined, 2))
})
afterAll(() => resources.disposeAsync())

const read = (
  headers: Record<string, string>,
  PREVIEW_ORIGIN = `https://${host}`,
  PREVIEW_PASS = 'by-host',
) =>
  visitorReader({
    publicOrigin,
    previews: previewsOf({
      PREVIEWS: 'on',
      PREVIEW_ORIGIN,
      PREVIEW_PASS,
      PUBLIC_ORIGIN: PREVIEW_ORIGIN.startsWith('https:') ? publicOrigin : 'http://localhost:4000',
    }),
    trust: bucket.trust,
    readPassCookie: (cookie) => cookie,
    now: () => now,
  })(headers)

const pass = (claims: Partial<Parameters<typeof signPass>[1]> = {}, key = cartTeam) =>
  signPass(key.signer, { host, pins: 'cart@1.5.0', until: now + 1000, ...claims })

test('every host but the preview host counts as the shoppers’, with any pass', async () => {
  const headers = { 'x-mall-pass': await pass() }
  for (const other of ['mall.example', 'evil.example', 'preview.mall.example.evil.example', '']) {
    const visitor = read({ ...headers, host, 'x-forwarded-host': other })
    expect(visitor).toMatchObject({ origin: publicOrigin, isPreview: false, admitted: true })
    expect(visitor.reach('cart', '1.5.0')).toBe('promoted')
  }
})

test('a pass shows the releases that it names, on the preview host, by header and by cookie', async () => {
  const [token, other] = [await pass(), await pass({ pins: 'cart@1.6.0' })]
  const cookie = withPass(withPass(undefined, token), `${other};, x`)
  expect(cookie).toBe(`${token}.${other}x`)
  const ways: Record<string, string>[] = [{ 'x-mall-pass': token }, { cookie: `${token}.${other}` }]
  for (const headers of ways) {
    const visitor = read({ ...headers, host: `${host.toUpperCase()}:443` })
    expect(visitor).toMatchObject({ origin: `https://${host}`, isPreview: true, admitted: true })
    expect(visitor.reach('cart', '1.5.0')).toBe('published')
    expect([visitor.reach('cart', '1.4.0'), visitor.reach('home', '1.5.0')]).toEqual(['promoted', 'promoted'])
  }
})

test('no other pass admits a visitor', async () => {
  const good = await pass()
  const claims = JSON.parse(Buffer.from(good, 'base64url').toString())
  const changed = (change: object) =>
    Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url')
  for (const token of [
    '',
    'garbage',
    changed({ pins: 'cart@9.9.9' }),
    changed({ until: now + 2000 }),
    changed({ more: 1 }),
    await pass({ until: now - 1 }),
    await pass({ until: now + passLifetimeMs + 1 }),
    await pass({ host: 'preview.other.example' }),
    await pass({ pins: 'home@1.5.0' }),
    await pass({ pins: 'cart@1.5.0,home@1.5.0' }),
    await pass({}, stranger),
  ]) {
    const visitor = read({ host, 'x-mall-pass': token })
    expect({ token, admitted: visitor.admitted, reach: visitor.reach('cart', '1.5.0') }).toEqual({
      token,
      admitted: false,
      reach: 'promoted',
    })
  }
})

test('only a loopback preview host is open, and it never is the shoppers’ host', () => {
  expect(read({ host: 'preview.localhost:4000' }, 'http://preview.localhost:4000')).toMatchObject({
    admitted: true,
    isPreview: true,
  })
  expect(read({ host }).admitted).toBe(false)
  const PREVIEWS = 'on'
  expect(() => previewsOf({ PREVIEWS, PUBLIC_ORIGIN: publicOrigin })).toThrow('PREVIEW_ORIGIN')
  const http = { PREVIEWS, PUBLIC_ORIGIN: publicOrigin, PREVIEW_ORIGIN: 'http://preview.example' } as const
  expect(() => previewsOf(http)).toThrow('scheme')
  const same = { PREVIEWS, PUBLIC_ORIGIN: publicOrigin, PREVIEW_ORIGIN: 'https://mall.example:8443' } as const
  expect(() => previewsOf(same)).toThrow('PREVIEW_ORIGIN')
})

test('with PREVIEW_PASS=required a loopback host admits a visitor by pass only', async () => {
  const local = 'preview.localhost'
  const at = (headers: Record<string, string>, required?: string) =>
    read({ host: `${local}:4000`, ...headers }, `http://${local}:4000`, required)
  expect(at({})).toMatchObject({ isPreview: true, admitted: true })
  expect(at({}, 'required')).toMatchObject({ isPreview: true, admitted: false })
  expect(at({}, 'required').reach('cart', '1.5.0')).toBe('promoted')
  const visitor = at({ 'x-mall-pass': await pass({ host: local }) }, 'required')
  expect([visitor.admitted, visitor.reach('cart', '1.5.0'), visitor.reach('cart', '1.6.0')]).toEqual([
    true,
    'published',
    'promoted',
  ])
})
