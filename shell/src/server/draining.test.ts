import { once } from 'node:events'
import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { handler } from './handler.ts'
import type { Readiness } from './handler.ts'
import { testShellProcess } from './testing.ts'

const shell = await testShellProcess({ PUBLIC_ORIGIN: 'http://localhost:4000' })
shell.releases = { ...shell.releases, assign: () => ({ home: '1.0.0' }) as never }
const readiness: Readiness = { ready: true }
const unexpected = () => expect.unreachable('answered by the handler')
const server = createServer(handler(unexpected, readiness, (_, res) => void res.end('file')))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
afterAll(() => void (agent.destroy(), server.close()))

async function ask(path: string) {
  const { port } = server.address() as AddressInfo
  const [response] = await once(get({ host: '127.0.0.1', port, path, agent }), 'response')
  return { status: response.statusCode, connection: response.headers.connection, said: await text(response) }
}

test('a draining shell answers on kept connections, asks their clients to leave, and is not ready', async () => {
  expect(await ask('/readyz')).toMatchObject({ status: 200, connection: 'keep-alive' })
  readiness.draining = true
  expect(await ask('/fonts/a.woff2')).toEqual({ status: 200, connection: 'close', said: 'file' })
  expect(await ask('/readyz')).toMatchObject({ status: 503, connection: 'close' })
})
