import { fastify } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { boundRequests } from './bound-requests.ts'
import { sendProblem } from './problem.ts'

const server = fastify()
server.setErrorHandler(sendProblem)
boundRequests(server, 2)
const held: (() => void)[] = []
let onArrival = () => {}
server.get('/', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  held.push(() => resolve('done'))
  onArrival()
  return promise
})
const origin = await server.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => server.close())

/** Sends a request and waits until it is in progress; returns its status when it ends. */
async function start(): Promise<() => Promise<number>> {
  const arrived = new Promise<void>((done) => (onArrival = done))
  const answer = fetch(origin)
  await arrived
  return async () => (await answer).status
}

test('requests beyond the bound are answered 429 with Retry-After until others end', async () => {
  const ends = [await start(), await start()]
  const refused = await fetch(origin)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  expect(await refused.json()).toMatchObject({ reason: 'TOO_BUSY' })

  for (const end of held.splice(0)) end()
  expect(await Promise.all(ends.map((end) => end()))).toEqual([200, 200])
  const next = await start()
  for (const end of held.splice(0)) end()
  expect(await next()).toBe(200)
})
