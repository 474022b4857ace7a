import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { staticServer } from './static-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'mallhive-static-'))
mkdirSync(join(folder, 'chunks/[[...path]]'), { recursive: true })
writeFileSync(join(folder, 'chunks/[[...path]]/page.js'), 'plain')
writeFileSync(join(folder, 'chunks/[[...path]]/page.js.br'), 'small')
const server = createServer(await staticServer(folder)).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

async function get(path: string, accepted: string) {
  const { port } = server.address() as AddressInfo
  const asked = request({ port, path, headers: { 'accept-encoding': accepted } }).end()
  const [answer] = await once(asked, 'response')
  return { status: answer.statusCode, headers: answer.headers, body: String(await buffer(answer)) }
}

const page = '/_next/static/chunks/%5B%5B...path%5D%5D/page.js'

test('a script is sent as the build compressed it, with immutable caching and Vary', async () => {
  const { headers, body } = await get(page, 'gzip, br')
  expect(body).toBe('small')
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
})

test('a client that accepts no encoding of the build gets the uncompressed file', async () => {
  const { headers, body } = await get(page, 'gzip')
  expect([body, headers['content-encoding']]).toEqual(['plain', undefined])
})

test.each(['br;q=0, gzip', 'sabre', 'br; q=0.0'])(
  'Brotli is not sent to a client that refuses it: %s',
  async (accepted) => {
    expect((await get(page, accepted)).body).toBe('plain')
  },
)

test('nothing outside of the build is served', async () => {
  expect((await get('/_next/static/../../package.json', 'br')).status).toBe(404)
})
