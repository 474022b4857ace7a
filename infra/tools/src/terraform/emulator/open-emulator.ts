import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'

import { freePort } from '@mallhive/infra-local/free-port'

import { cloudfront } from './cloudfront.ts'

type Emulator = AsyncDisposable & { url: string }

/** Number of the emulated account. */
export const emulated = '123456789012'

/** Opens an account of AWS that is empty: moto, and before it what it lacks. */
export async function openEmulator(moto: string): Promise<Emulator> {
  const port = await freePort()
  const child = spawn(moto, ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
    // Policies that AWS itself keeps exist.
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/moto-api/data.json`).then(
      ({ ok }) => ok,
      () => false,
    )
  for (let tries = 0; !(await answers()); tries++) {
    if (child.exitCode !== null || tries > 600) throw new Error('moto does not start')
    await delay(100)
  }
  const gaps = cloudfront()
  const server = createServer((asked, response) => void serve(asked, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      kill()
      process.off('exit', kill)
      if (child.exitCode === null) await once(child, 'exit')
    },
  }

  async function serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(asked)
    const { method = '', url = '', headers } = asked
    const reply = gaps({ method, url, ifMatch: headers['if-match'], body: body.toString('utf8') })
    if (reply) return void response.writeHead(reply.status, reply.headers).end(reply.body)
    const onward = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', (error) => response.writeHead(502).end(String(error)))
    onward.end(body)
  }
}
