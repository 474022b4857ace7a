import { fastify } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { boundRequests } from './bound-requests.ts'
import { sendProblem } from './problem.ts'

const server = fastify()
server.setErrorHandler(sendProblem)
boundRequests(server, { atOnce: 3, ofOne: 2, trustedHops: 1 })
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

/** The edge appends the address that it sees; what stands before it is the client's own claim. */
const get = (address: string) =>
  fetch(origin, { headers: { 'x-forwarded-for': `${Math.random()}, ${address}` } })

/** Sends a request and waits until it is in progress; returns its status when it ends. */
async function start(address: string): Promise<() => Promise<number>> {
  const arrived = new Promise<void>((done) => (onArrival = done))
  const answer = get(address)
  await arrived
  return async () => (await answer).status
}

test('requests beyond the bound are answered 429 with Retry-After until others end', async () => {
  const ends = [await start('192.0.2.1'), await start('192.0.2.2'), await start('192.0.2.3')]
  const refused = await get('192.0.2.4')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  expect(await refused.json()).toMatchObject({ reason: 'TOO_BUSY' })

  for (const end of held.splice(0)) end()
  expect(await Promise.all(ends.map((end) => end()))).toEqual([200, 200, 200])
  const next = await start('192.0.2.4')
  for (const end of held.splice(0)) end()
  expect(await next()).toBe(200)
})

test('one address leaves places for others, whatever addresses it claims', async () => {
  const ends = [await start('192.0.2.1'), await start('192.0.2.1')]
  expect((await get('192.0.2.1')).status).toBe(429)
  ends.push(await start('198.51.100.7'))
  for (const end of held.splice(0)) end()
  expect(await Promise.all(ends.map((end) => end()))).toEqual([200, 200, 200])
  const next = await start('192.0.2.1')
  for (const end of held.splice(0)) end()
  expect(await next()).toBe(200)
})
