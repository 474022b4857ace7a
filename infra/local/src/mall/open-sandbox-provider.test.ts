import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { freePort } from '../free-port.ts'
import { openSandboxProvider } from './open-sandbox-provider.ts'
import { openSupervisor } from './supervisor.ts'

test('a card network that is stopped and does not answer is killed and restarted at its address', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-sandbox-'))
  const log: string[] = []
  const parts = openSupervisor(stateDir, (line) => log.push(line))
  onTestFinished(async () => {
    await parts.stop()
    rmSync(stateDir, { recursive: true })
  })
  const url = `http://127.0.0.1:${await freePort()}`
  const env = () => ({
    WEBHOOK_SECRET: 'a-secret-that-only-tests-know',
    WEBHOOK_URL: 'http://127.0.0.1:9',
    STATE_DIR: join(stateDir, 'state'),
  })
  await openSandboxProvider({ parts, logDir: stateDir }, { url, env, silentForMs: 1000 })
  process.kill(parts.pid('sandbox-provider') ?? 0, 'SIGSTOP')
  await expect.poll(() => log, { timeout: 20_000 }).toContain('sandbox-provider is running again')
  expect(log[0]).toMatch(/^sandbox-provider ended by SIGKILL/)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
}, 30_000)
