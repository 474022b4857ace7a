import { fromBinary } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isKnownService } from './known-services.ts'
import { openReleaseRpcs } from './release-rpcs.ts'
import { openTestHost } from './testing.ts'

let asked = 0
const engine = createServer((_, res) => (asked++, res.end()))
await once(engine.listen(0, '127.0.0.1'), 'listening')
let host: Awaited<ReturnType<typeof openTestHost>>
beforeAll(async () => {
  const url = `http://127.0.0.1:${(engine.address() as AddressInfo).port}`
  host = await openTestHost({ SANDBOX_PROVIDER_URL: url, WEBHOOK_URL: url })
})
afterAll(async () => {
  engine.close()
  await host[Symbol.asyncDispose]()
})

const foreign = ['Redis', 'AwsEndpoint', 'Jwks', 'SandboxProvider', 'Webhook', 'ReleaseHealth', 'Constructor']

test.each(foreign)('a %sService is no service of the host', (name) => {
  expect(isKnownService(`mallhive.x.v1.${name}Service`)).toBe(false)
})

test.each(['identity.v1.Identity', 'cart.v1.Cart', 'inventory.v1.Inventory'])('%sService is one', (name) => {
  expect(isKnownService(`mallhive.${name}Service`)).toBe(true)
})

test('a release that declares an RPC of an unknown service sends it nowhere', async () => {
  const rpc = 'mallhive.x.v1.AwsEndpointService/Put'
  const rpcs = openReleaseRpcs([rpc], () => expect.unreachable('a client was opened'))
  await expect(rpcs.call(rpc, new Uint8Array(), {})).rejects.toThrow(/no service that the host knows/)
})

test('contracts of unknown services are not looked up', async () => {
  const query = foreign.slice(0, 5).map((name) => `service=mallhive.x.v1.${name}Service`)
  const answer = await fetch(`${host.url}/api/_mall/contracts?${query.join('&')}`)
  expect(answer.status).toBe(200)
  const { file } = fromBinary(FileDescriptorSetSchema, new Uint8Array(await answer.arrayBuffer()))
  expect([file, asked]).toEqual([[], 0])
})
