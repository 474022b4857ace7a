import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTestProcess, testScope } from './testing.ts'

const secret = 'secret-of-the-host-2f1c'
const code = readFileSync(new URL('../../fixtures/escapes.cjs', import.meta.url), 'utf8')

test('a bundle reaches no file, network, process, module, channel or secret beyond its own', async () => {
  await using resources = new AsyncDisposableStack()
  process.env['SECRET_OF_THE_HOST'] = secret
  resources.defer(() => void delete process.env['SECRET_OF_THE_HOST'])
  const folder = mkdtempSync(join(tmpdir(), 'escapes-'))
  resources.defer(() => rmSync(folder, { recursive: true }))
  const keyFile = join(folder, 'key.pem')
  writeFileSync(keyFile, secret)
  const reached: string[] = []
  const ports: Record<string, number> = {}
  for (const name of ['postgres', 'redis', 'sqs', 'desk']) {
    const server = createServer((socket) => {
      reached.push(name)
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')
    }).listen(0, '127.0.0.1')
    // oxlint-disable-next-line no-await-in-loop -- four of them
    await once(server, 'listening')
    resources.defer(() => void server.close())
    ports[name] = (server.address() as AddressInfo).port
  }
  const bundle = await startTestProcess(code)
  resources.defer(() => bundle.end())

  const given = { keyFile, ports, secret: secret.split('').toReversed().join(''), hostPid: process.pid }
  const request = {
    endpoint: '/api/x',
    url: 'http://bff/api/x/y',
    method: 'POST',
    contentType: 'application/json',
    body: JSON.stringify(given),
  }
  const { body } = await bundle.call(request, testScope())
  const { tried, got, harmless }: { tried: number; got: object; harmless: string[] } = JSON.parse(
    body.toString(),
  )
  expect(Object.keys(got).toSorted()).toEqual(harmless)
  expect(tried).toBeGreaterThan(150)
  expect(reached).toEqual([])
  expect(readFileSync(`/proc/${bundle.pid}/environ`, 'utf8')).toBe('')
  expect(await bundle.ping()).toBeUndefined()
}, 60_000)
