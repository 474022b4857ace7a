import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Redis, type RedisOptions } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'

import { openSupervisor } from '../mall/supervisor.ts'
import { openRedis } from './redis.ts'

test('an engine that is busy without end is killed and restarted, and answers again', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-busy-'))
  const log: string[] = []
  const parts = openSupervisor(stateDir, (line) => log.push(line))
  onTestFinished(async () => {
    await parts.stop()
    rmSync(stateDir, { recursive: true })
  })
  const options = { stateDir, logDir: stateDir, durable: false, secret: 'secret', silentForMs: 1000 }
  const { url } = await parts.open('redis', 'engine', (before?: { port: number }) =>
    openRedis({ ...options, port: before?.port }),
  )
  // Without retries: a client would send the command again to the restarted server.
  using attacker = connect(url, { retryStrategy: () => null })
  attacker.client.eval('while true do end', 0).catch(() => {})
  await expect.poll(() => log, { timeout: 20_000 }).toContain('redis is running again')
  using shopper = connect(url)
  expect(await shopper.client.ping()).toBe('PONG')
  expect(log[0]).toMatch(/^redis ended by SIGKILL/)
}, 30_000)

function connect(url: string, options: RedisOptions = {}) {
  const client = new Redis(url, options)
  client.on('error', () => {})
  return { client, [Symbol.dispose]: () => client.disconnect() }
}
