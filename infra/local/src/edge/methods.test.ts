import { METHODS } from 'node:http'

import { expect, test } from 'vitest'

import { edgeTable, routeFinder } from './edge-table.ts'
import { rawAnswer, recordedEdge } from './testing.ts'

const findRoute = routeFinder(edgeTable)
const cases = edgeTable.routes.map((route) => ({ route, path: route.path.replaceAll('*', 'x') }))

test.each(cases)(
  '$route.path takes its methods, and no other reaches the origin',
  async ({ route, path }) => {
    expect(findRoute(path)).toBe(route)
    const { edge, seen } = await recordedEdge()
    const answers: Record<string, string> = {}
    for (const method of METHODS) {
      const head = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0`
      answers[method] = await rawAnswer(edge, head)
    }
    const allows = (method: string) => route.methods.some((name) => name === method)
    expect(answers).toEqual(
      Object.fromEntries(
        METHODS.map((method) => [
          method,
          expect.stringMatching(allows(method) ? /^HTTP\/1.1 200 / : /^HTTP\/1.1 405 [^]*\r\nallow: /i),
        ]),
      ),
    )
    expect(seen.map(({ method }) => method)).toEqual(METHODS.filter(allows))
  },
)

test.each(cases)(
  '$route.path refuses a body over its limit with 413 before its origin',
  async ({ route, path }) => {
    const { edge, seen } = await recordedEdge()
    const method = route.methods.find((name) => name !== 'GET' && name !== 'HEAD') ?? 'GET'
    const tooMuch = 'x'.repeat(route.maxBodyBytes + 1)
    const head = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n`
    const status = method === 'GET' ? 400 : 413
    expect(await rawAnswer(edge, `${head}Content-Length: ${tooMuch.length}`, tooMuch)).toContain(
      ` ${status} `,
    )
    const chunk = `${tooMuch.length.toString(16)}\r\n${tooMuch}\r\n0\r\n\r\n`
    expect(await rawAnswer(edge, `${head}Transfer-Encoding: chunked`, chunk)).toContain(` ${status} `)
    expect(seen).toEqual([])
  },
)

test('an unknown method is answered 400 with a message', async () => {
  const { edge, seen } = await recordedEdge()
  expect(await rawAnswer(edge, 'STEAL / HTTP/1.1\r\nHost: localhost')).toMatch(
    /^HTTP\/1.1 400 [^]*Malformed request/,
  )
  expect(seen).toEqual([])
})

test('an upgrade is not passed on, nor the headers that the Connection header names', async () => {
  const { edge, seen } = await recordedEdge()
  const upgrade = 'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\nX-Hop: 1'
  await rawAnswer(edge, `GET / HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\nConnection: Upgrade, X-Hop`)
  expect(seen[0]?.headers).not.toHaveProperty('upgrade')
  expect(seen[0]?.headers).not.toHaveProperty('http2-settings')
  expect(seen[0]?.headers).not.toHaveProperty('x-hop')
})
