import { createServer } from 'node:http'
import { once } from 'node:events'
import { devVersion } from '@mallhive/mfe-kit/release'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announcedRelease } from './announced-release.ts'
import { openRegistry } from './registry.ts'
import { inThisProcess } from './registry/run-bundle.ts'
import { bundleDescriptor, faultyBucket } from './testing.ts'

const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())

/** A dev server of the team `hello`, with its latest build. */
const server = createServer((req, res) => {
  const body = req.url === '/release.json' ? JSON.stringify(descriptor) : files[req.url ?? '']
  res.writeHead(body === undefined ? 404 : 200).end(body)
})
let port = 0
let descriptor: object = {}
let files: Record<string, string> = {}

function built(hash: string, code: string, served = code) {
  const version = devVersion({ port, hash })
  descriptor = bundleDescriptor('hello', version, Buffer.from(code))
  files = { '/ssr/remoteEntry.js': served }
  return version
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' ? (address?.port ?? 0) : 0
  resources.defer(() => void server.close())
})

async function open(devServers: boolean) {
  const bucket = resources.use(await faultyBucket())
  const accept = ({ greeting }: Record<string, unknown>) => String(greeting)
  const registry = await openRegistry({
    ...bucket,
    kind: 'ssr',
    run: inThisProcess(accept),
    intervalMs: 1e9,
    devServers,
  })
  return resources.use(registry)
}

test('the latest build of a dev server runs under its own version, and a later one beside it', async () => {
  const registry = await open(true)
  const first = built('aaaaaaaa', `exports.greeting = 'one'`)
  expect((await announcedRelease('hello', port)).version).toBe(first)
  expect((await registry.ensure('hello', first, 'published')).module).toBe('one')
  const second = built('bbbbbbbb', `exports.greeting = 'two'`)
  expect((await registry.ensure('hello', second, 'published')).module).toBe('two')
  expect((await registry.ensure('hello', first, 'published')).module).toBe('one')
})

test('without `devServers` a dev server’s release is not published', async () => {
  const registry = await open(false)
  const version = built('cccccccc', `exports.greeting = 'one'`)
  await expect(registry.ensure('hello', version, 'published')).rejects.toMatchObject({
    reason: 'NOT_PUBLISHED',
  })
})

test('a superseded build, altered bytes, another team’s build and a closed port are refused', async () => {
  const registry = await open(true)
  const gone = built('dddddddd', '')
  const altered = built('eeeeeeee', `exports.greeting = 'one'`, `exports.greeting = 'other'`)
  await expect(registry.ensure('hello', gone, 'published')).rejects.toMatchObject({ reason: 'NOT_PUBLISHED' })
  await expect(registry.ensure('hello', altered, 'published')).rejects.toMatchObject({ reason: 'ALTERED' })
  await expect(announcedRelease('cart', port)).rejects.toThrow(`serves hello, not cart`)
  await expect(announcedRelease('hello', 1)).rejects.toThrow('nothing answers at http://localhost:1')
  descriptor = { ...descriptor, version: '1.0.0' }
  await expect(announcedRelease('hello', port)).rejects.toThrow('describes version 1.0.0')
})
