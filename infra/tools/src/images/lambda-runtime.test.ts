import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { expect, test } from 'vitest'

import { infraDir } from '../paths.ts'

const handlers = {
  'double.mjs':
    'export const handler = async ({ n }) => { if (!n) throw new TypeError("no n"); return { n: n * 2 } }',
  'broken.mjs': 'throw new Error("cannot start")',
}

/** Plays Lambda's runtime API: gives events one after the other. Returns what a runtime has posted once it asks for more, or ends. */
async function invoke(
  handler: keyof typeof handlers,
  events: unknown[],
): Promise<[path: string, body: unknown][]> {
  const dir = mkdtempSync(join(tmpdir(), 'mallhive-lambda-'))
  writeFileSync(join(dir, handler), handlers[handler])
  const posted: [string, unknown][] = []
  const waiting = [...events.entries()]
  const idle = Promise.withResolvers<void>()
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const path = req.url?.replace('/2018-06-01/runtime', '') ?? ''
    if (req.method === 'POST') {
      posted.push([path, JSON.parse(await text(req))])
      res.writeHead(202).end('{"status":"OK"}')
      return
    }
    const next = waiting.shift()
    if (!next) return idle.resolve()
    const [id, event] = next
    res.setHeader('lambda-runtime-aws-request-id', String(id)).end(JSON.stringify(event))
  }
  await using server = createServer((req, res) => void answer(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const runtime = spawn(process.execPath, [join(infraDir, 'docker/lambda/runtime.mjs'), handler], {
    cwd: dir,
    env: { AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}` },
    stdio: 'ignore',
  })
  const ended = once(runtime, 'exit')
  await Promise.race([idle.promise, ended])
  runtime.kill()
  await ended
  rmSync(dir, { recursive: true })
  return posted
}

test('a handler is called with one event after the other, and one that fails does not stop those after it', async () => {
  expect(await invoke('double.mjs', [{ n: 2 }, {}, { n: 4 }])).toEqual([
    ['/invocation/0/response', { n: 4 }],
    [
      '/invocation/1/error',
      { errorType: 'TypeError', errorMessage: 'no n', stackTrace: expect.arrayContaining([]) },
    ],
    ['/invocation/2/response', { n: 8 }],
  ])
})

test('a module that cannot be loaded is reported to Lambda', async () => {
  expect(await invoke('broken.mjs', [])).toMatchObject([['/init/error', { errorMessage: 'cannot start' }]])
})
