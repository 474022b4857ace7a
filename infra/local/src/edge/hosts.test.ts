import { expect, test } from 'vitest'

import { edgeTo, rawAnswer, recordedEdge } from './testing.ts'

test.each([
  'localhost',
  'LOCALHOST:1',
  '127.0.0.1:4000',
  '[::1]',
  'preview.localhost:4101',
  'shop.localhost',
])(
  'a request for the mall’s host %s reaches the origin, which learns the host and the scheme from the edge',
  async (host) => {
    const edge = await edgeTo((incoming, response) => response.end(JSON.stringify(incoming.headers)))
    const answer = await rawAnswer(
      edge,
      `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\nForwarded: host=evil.example`,
    )
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1.1 200 /)
    expect(body).toContain(`"x-forwarded-host":"${host}"`)
    expect(body).toContain('"x-forwarded-proto":"http"')
    expect(body).not.toMatch(/evil|gopher/)
  },
)

test.each([
  [421, 'evil.example'],
  [421, 'localhost.evil.example'],
  [421, 'evil.localhost'],
  [400, ''],
  [400, 'user@localhost'],
  [400, 'localhost/x'],
  [400, 'localhost\r\nHost: evil.example'],
])('a request is answered %i for the host %o and does not reach an origin', async (status, host) => {
  const { edge, seen } = await recordedEdge()
  expect(await rawAnswer(edge, `GET / HTTP/1.1\r\nHost: ${host}`)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(seen).toEqual([])
})

test.each([
  [400, 'Accept: */*'],
  [417, 'Host: localhost\r\nExpect: 200-ok'],
])('a request is answered %i with the edge’s security headers for %o', async (status, headers) => {
  const { edge, seen } = await recordedEdge()
  const answer = await rawAnswer(edge, `GET / HTTP/1.1\r\n${headers}`)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
  expect(seen).toEqual([])
})

const originOf = async (edge: string, host: string, path: string) =>
  (await rawAnswer(edge, `GET ${path} HTTP/1.1\r\nHost: ${host}`)).split('\r\n\r\n')[1]

test('the preview host leads to the shell of previews, and every other host to the shell of shoppers', async () => {
  const edge = await edgeTo(({ url }, response) => response.end(url))
  for (const path of ['/', '/_mall', '/_mall/discovery.json']) {
    expect(await originOf(edge, 'PREVIEW.localhost:1', path)).toBe(`/shell-previews${path}`)
    for (const host of ['localhost', 'shop.localhost', '127.0.0.1'])
      expect(await originOf(edge, host, path)).toBe(`/shell${path}`)
  }
  expect(await originOf(edge, 'preview.localhost', '/api/cart/miniCart')).toBe('/bff/api/cart/miniCart')
})

test.each(['GET /_mall/desk/overview.json', 'POST /_mall/desk/promote', 'POST /_mall/beacon'])(
  'the preview host does not reach staff’s or release health’s data: %s',
  async (line) => {
    const { edge, seen } = await recordedEdge()
    const head = `${line} HTTP/1.1\r\nHost: preview.localhost\r\nContent-Length: 0`
    expect(await rawAnswer(edge, head)).toMatch(/^HTTP\/1.1 404 /)
    expect(seen).toEqual([])
  },
)
