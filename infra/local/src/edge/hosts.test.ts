import { expect, test } from 'vitest'

import { edgeTo, rawAnswer, recordedEdge } from './testing.ts'

test.each(['localhost', 'LOCALHOST:1', '127.0.0.1:4000', '[::1]', 'preview.localhost:4101'])(
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
