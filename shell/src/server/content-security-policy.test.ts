import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handler } from './handler.ts'
import { nothingLive } from './releases.ts'
import { shopperAt, testRelease, testShellProcess } from './testing.ts'

const own = 'http://localhost:4000'
const previews = 'http://preview.localhost:4000'
const provider = 'http://127.0.0.1:4999'
const server = createServer(
  handler(
    async (_, res) => void res.end(),
    { ready: true },
    () => {},
  ),
)

beforeAll(async () => {
  const env = { PUBLIC_ORIGIN: own, PREVIEW_ORIGIN: previews, SANDBOX_PROVIDER_URL: provider }
  const shell = await testShellProcess(env)
  shell.releases = {
    ...nothingLive,
    assign: () => ({ cart: testRelease('cart', '1.5.0') }),
    visitor: () => shopperAt(own),
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => void server.close())

async function formTargets(path: string): Promise<string[]> {
  const { port } = server.address() as AddressInfo
  const policy = (await fetch(`http://127.0.0.1:${port}${path}`)).headers.get('content-security-policy')
  return /form-action ([^;]*)/.exec(policy ?? '')?.[1]?.split(' ') ?? []
}

test.each(['/', '/cart', '/_mall/x', '/_mallx'])(
  'forms of %s lead to the mall and the card network only',
  async (path) => {
    expect(await formTargets(path)).toEqual(["'self'", provider])
  },
)

test('forms of the console lead to the preview host besides', async () => {
  expect(await formTargets('/_mall?x')).toEqual(["'self'", provider, previews])
})
