import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handler } from './handler.ts'
import { securityText } from './site-files.ts'
import { testShellProcess } from './testing.ts'

/** Addresses of requests that reached the renderer or the static files. */
const passedOn: (string | undefined)[] = []
const server = createServer(
  handler(
    async ({ url }, res) => {
      passedOn.push(url)
      res.end()
    },
    { ready: true },
    () => {},
  ),
)
let origin = ''

beforeAll(async () => {
  await testShellProcess({
    PUBLIC_ORIGIN: 'https://mall.example',
    SECURITY_CONTACT: 'mailto:help@mall.example',
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const get = (path: string) => fetch(origin + path, { redirect: 'manual' })

test.each([
  ['/favicon.ico', 'image/x-icon', [0, 0, 1, 0]],
  ['/apple-touch-icon.png', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['/apple-touch-icon-120x120-precomposed.png', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['/icon.svg?x', 'image/svg+xml', [0x3c, 0x73, 0x76, 0x67]],
])('%s is sent from memory, although no release is loaded', async (path, type, magic) => {
  const answer = await get(path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  expect(answer.headers.get('cache-control')).toBe('public, max-age=86400')
  expect([...new Uint8Array(await answer.arrayBuffer()).subarray(0, 4)]).toEqual(magic)
  expect(passedOn).toEqual([])
})

test('every icon of the web manifest is a file of the shell', async () => {
  const manifest: { icons: { src: string; type: string }[] } = await (
    await get('/manifest.webmanifest')
  ).json()
  expect(manifest.icons.length).toBeGreaterThan(2)
  for (const { src, type } of manifest.icons)
    expect([src, (await get(src)).headers.get('content-type')]).toEqual([src, type])
})

test('security.txt names contact, canonical address and a date that is never past while the shell runs', async () => {
  const text = await (await get('/.well-known/security.txt')).text()
  expect(text).toMatch(/^Contact: mailto:help@mall\.example$/m)
  expect(text).toMatch(/^Canonical: https:\/\/mall\.example\/\.well-known\/security\.txt$/m)
  const config = { PUBLIC_ORIGIN: 'https://mall.example', SECURITY_CONTACT: 'https://mall.example/report' }
  const expiryAt = (now: number) => Date.parse(/^Expires: (.+)$/m.exec(securityText(config, now))?.[1] ?? '')
  const day = 24 * 3600 * 1000
  for (const now of [Date.now(), Date.now() + 5 * 366 * day]) {
    expect(expiryAt(now) - now).toBeGreaterThan(60 * day)
    expect(expiryAt(now) - now).toBeLessThan(366 * day)
  }
})

test('a password manager is led to the account page, and learns that unknown names are not found', async () => {
  const known = await get('/.well-known/change-password')
  expect([known.status, known.headers.get('location')]).toEqual([302, '/account'])
  const unknown = await get('/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200')
  expect(unknown.status).toBe(404)
  expect(passedOn).toEqual([])
})

test('the service worker and the script that removes it are sent uncached, with a policy for their requests', async () => {
  const script = async (state: 'on' | 'off') => {
    await testShellProcess({ PUBLIC_ORIGIN: 'https://mall.example', SERVICE_WORKER: state })
    const answer = await get('/service-worker.js')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'")
    return answer.text()
  }
  expect(await script('on')).toMatch(/respondWith[\s\S]*You are offline/)
  expect(await script('off')).toMatch(/unregister\(\)/)
})
