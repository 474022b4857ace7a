import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { isEngineDown } from './is-down.ts'
import { openClient } from './open-index.ts'

test('an engine that hangs in the middle of an answer is down', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"tagline":')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const client = openClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const answer: Promise<unknown> = client.info({}, { requestTimeout: 300 }).catch((error: unknown) => error)
  expect(isEngineDown(await answer)).toBe(true)
})
