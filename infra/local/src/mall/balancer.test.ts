import { once } from 'node:events'
import { Agent, type Server, createServer, get } from 'node:http'
import { text } from 'node:stream/consumers'

import { expect, onTestFinished, test, vi } from 'vitest'

import { freePort } from '../free-port.ts'
import { openBalancer } from './balancer.ts'

type Stand = { server: Server; url: string; ready: boolean }

async function replica(name: string): Promise<Stand> {
  const server = createServer((request, response) => {
    if (request.url === '/readyz') response.writeHead(stand.ready ? 200 : 503).end()
    else response.end(name)
  })
  const port = await freePort()
  const stand: Stand = { server, url: `http://127.0.0.1:${port}`, ready: true }
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => server.close().closeAllConnections())
  return stand
}

async function twoReplicas() {
  const [one, two] = [await replica('one'), await replica('two')]
  const url = `http://127.0.0.1:${await freePort()}`
  const balancer = await openBalancer({ url, replicas: [one.url, two.url] })
  onTestFinished(() => balancer[Symbol.asyncDispose]())
  /** The answer to a request, by default on a connection of its own; undefined when there was none. */
  const ask = (agent: Agent | false = false) =>
    new Promise<string | undefined>((resolve) => {
      get(url, { agent }, (response) => void text(response).then(resolve)).on('error', () =>
        resolve(undefined),
      )
    })
  const answers = async () => new Set(await Promise.all([ask(), ask(), ask(), ask()]))
  await vi.waitFor(async () => expect(await answers()).toEqual(new Set(['one', 'two'])), 5000)
  return { one, two, ask, answers }
}

test('new connections reach every replica that is ready, and none that is draining', async () => {
  const { one, answers } = await twoReplicas()
  one.ready = false
  await vi.waitFor(async () => expect(await answers()).toEqual(new Set(['two'])), 5000)
  one.ready = true
  await vi.waitFor(async () => expect(await answers()).toEqual(new Set(['one', 'two'])), 5000)
})

test('a connection stays with its replica while that one drains', async () => {
  const { one, two, ask } = await twoReplicas()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  const first = await ask(agent)
  const [its, other] = first === 'one' ? [one, 'two'] : [two, 'one']
  its.ready = false
  await vi.waitFor(async () => expect(await ask()).toBe(other), 5000)
  expect(await ask(agent)).toBe(first)
})

test('a replica that is gone costs no new connection', async () => {
  const { one, ask } = await twoReplicas()
  one.server.close().closeAllConnections()
  for (let n = 0; n < 6; n++) expect(await ask()).toBe('two')
})

test('without a replica that is ready connections are refused', async () => {
  const { one, two, answers } = await twoReplicas()
  one.ready = two.ready = false
  await vi.waitFor(async () => expect(await answers()).toEqual(new Set([undefined])), 5000)
})
