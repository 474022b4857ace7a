import { request } from 'undici'
import { expect, test } from 'vitest'

import { edgeTable } from './edge-table.ts'
import { edgeTo, recordedEdge } from './testing.ts'

const routes = edgeTable.routes.map((route) => [route.path, route] as const)
const pathOf = (pattern: string) => pattern.replaceAll('*', 'x')

test.each(routes)('%s takes as many requests of an address per minute as its line says', async (_, route) => {
  const [method = 'GET'] = route.methods
  const scale = 3 / route.perMinute
  const { edge, seen } = await recordedEdge({ config: { RATE_LIMIT_SCALE: scale } })
  const send = () =>
    request(edge + pathOf(route.path), {
      method,
      body: method === 'POST' ? 'x' : null,
      headers: { 'x-forwarded-for': `10.0.0.${Math.random()}` },
    })
  const answers = []
  for (let n = 0; n < 4; n += 1) answers.push(await send())
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429])
  expect(seen.length).toBeGreaterThanOrEqual(3)
  const refused = answers.at(-1)
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
  expect(await refused?.body.text()).toContain('Please try again in a moment')
})

test('an address has as many requests in progress as the line says, and gets more when they end', async () => {
  const held: (() => void)[] = []
  const path = '/rest/x'
  const { atOnce = 0 } = edgeTable.routes.find((route) => route.path === '/rest/*') ?? {}
  let waiting = Promise.withResolvers<void>()
  const edge = await edgeTo((_, response) => {
    held.push(() => response.end())
    if (held.length === atOnce) waiting.resolve()
  })
  const status = async () => {
    const { statusCode, body } = await request(edge + path)
    await body.dump()
    return statusCode
  }
  const first = Array.from({ length: atOnce }, status)
  await waiting.promise
  expect(await status()).toBe(429)
  for (const end of held.splice(0)) end()
  expect(new Set(await Promise.all(first))).toEqual(new Set([200]))
  waiting = Promise.withResolvers()
  const next = Array.from({ length: atOnce }, status)
  await waiting.promise
  for (const end of held) end()
  expect(new Set(await Promise.all(next))).toEqual(new Set([200]))
})

test('a client that leaves frees its place', async () => {
  const asked: (() => void)[] = []
  const edge = await edgeTo((_, response) => {
    asked.shift()?.()
    response.once('close', () => asked.shift()?.())
  })
  const { atOnce = 0 } = edgeTable.routes.find((route) => route.path === '/rest/*') ?? {}
  for (let n = 0; n < atOnce * 2; n += 1) {
    const leaving = new AbortController()
    const arrived = new Promise<void>((done) => asked.push(done))
    const left = new Promise<void>((done) => asked.push(done))
    const answer = request(`${edge}/rest/x`, { signal: leaving.signal })
    await Promise.race([arrived, answer])
    leaving.abort()
    await expect(answer).rejects.toThrow(/abort/i)
    await left
  }
})
