import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RegistryStatus } from '@mallhive/release-runtime/registry'
import { afterAll, expect, test } from 'vitest'
import { handler } from './handler.ts'
import { releaseMetrics } from './release-metrics.ts'
import { testShellProcess } from './testing.ts'

const status: RegistryStatus = {
  live: [{ name: 'cart', revision: 7, stable: '1.5.0', canary: '1.6.0', percent: 10, withoutCode: false }],
  loaded: ['cart@1.5.0', 'cart@1.6.0'],
  failing: [],
  suspended: [],
}
const shell = await testShellProcess({ PUBLIC_ORIGIN: 'http://localhost:4000' })
shell.metrics = releaseMetrics(() => status)
const unexpected = () => expect.unreachable('answered by the handler')
const server = createServer(handler(unexpected, { ready: false }, unexpected)).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => void server.close())

test('metrics of live releases can be scraped from the shell, also while it opens', async () => {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ])
  const text = await answer.text()
  expect(text).toContain('mall_release_info{mfe="cart",version="1.5.0",channel="stable"} 1')
  expect(text).toContain('mall_release_canary_percent{mfe="cart"} 10')
})
