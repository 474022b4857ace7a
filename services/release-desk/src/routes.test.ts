import { createClient, createRouterTransport } from '@connectrpc/connect'
import { IdentityService } from '@mallhive/contracts/identity'
import { ReleaseHealthService } from '@mallhive/contracts/release-health'
import { readConfig } from '@mallhive/process-kit/config'
import { readPointer } from '@mallhive/release-runtime/pointer'
import { promote } from '@mallhive/release-runtime/promote'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configSchema } from './config.ts'
import { routes } from './routes.ts'

const PUBLIC_ORIGIN = 'https://mall.example'
const resources = new AsyncDisposableStack()
let bucket: Awaited<ReturnType<typeof faultyBucket>>
let url: string

/** Every session is that of a member of staff. */
const identity = createClient(
  IdentityService,
  createRouterTransport(({ service }) => {
    const user = { id: 'a-member-of-staff', name: 'Ana', email: 'ana@example.test', roles: ['admin'] }
    service(IdentityService, { exchangeSession: () => ({ user }) })
  }),
)
const releaseHealth = createClient(
  ReleaseHealthService,
  createRouterTransport(({ service }) => {
    service(ReleaseHealthService, { releaseHealth: () => ({ versions: [] }) })
  }),
)

beforeAll(async () => {
  bucket = resources.use(await faultyBucket())
  for (const version of ['1.0.0', '1.1.0']) {
    await publishBundle(bucket, 'cart', version, 'exports.a = 1')
    await promote(bucket, { name: 'cart', version, by: 'ana' })
  }
  const platform = resources.use(testPlatform())
  const env = testEnv({ PUBLIC_ORIGIN, RELEASE_DESK_KEY: 'unused' })
  await platform.start(
    'release-desk',
    async (host) => {
      const deps = { config: readConfig(configSchema, env), log: host.log, identity, releaseHealth }
      host.http(routes({ ...deps, releases: bucket, walker: { lastWord: () => undefined } }))
    },
    env,
  )
  url = await platform.listen({ port: 0 })
})
afterAll(() => resources.disposeAsync())

const overview = (host: string) =>
  fetch(`${url}/_mall/desk/overview.json`, { headers: { 'x-forwarded-host': host } })
const rollBack = (host: string, why = 'because a page of a preview says so') =>
  fetch(`${url}/_mall/desk/rollback`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ name: 'cart', why }),
    headers: { 'x-forwarded-host': host, origin: PUBLIC_ORIGIN, 'sec-fetch-site': 'same-origin' },
  })
const live = async () => (await readPointer(bucket, 'cart'))?.stable

test.each(['preview.mall.example', 'mall.example:8443', 'evil.example', ''])(
  'staff neither read nor change anything through the host %o',
  async (host) => {
    const [read, changed] = [await overview(host), await rollBack(host)]
    expect([read.status, changed.status]).toEqual([403, 403])
    expect(await read.text()).not.toContain('cart')
    expect(await live()).toBe('1.1.0')
  },
)

test.each([
  'fine\n2026-11-27 ben promoted cart 9.9.9',
  'fine\u2028another line',
  'fine \u001B[2K\u001B[1A',
  'fine \u202Eenif',
])('a reason that would forge or hide entries of the history is refused: %j', async (why) => {
  const { status, headers } = await rollBack('mall.example', why)
  const note = decodeURIComponent(headers.getSetCookie().join())
  expect([status, note]).toEqual([303, expect.stringContaining('one line without control characters')])
  expect(await live()).toBe('1.1.0')
})

test('staff read and change releases through the mall’s own host', async () => {
  const read = await overview('mall.example')
  expect([read.status, await read.json()]).toEqual([
    200,
    expect.objectContaining({ staff: 'Ana', microFrontends: [expect.objectContaining({ name: 'cart' })] }),
  ])
  expect((await rollBack('mall.example')).status).toBe(303)
  expect(await live()).toBe('1.0.0')
})
