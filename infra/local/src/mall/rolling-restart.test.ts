import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { openPartStage } from './part-stage.ts'
import { openReplicas } from './replicas.ts'
import { mainOf } from './services.ts'
import { openSupervisor } from './supervisor.ts'

test('replicas of a service that restart one after the other fail no request', async () => {
  await using stage = await openPartStage()
  await using resources = new AsyncDisposableStack()
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-rolling-'))
  resources.defer(() => rmSync(stateDir, { recursive: true }))
  const parts = openSupervisor(stateDir)
  const url = stage.urlOf('catalog')
  const env = () => ({ ...stage.envOf('catalog'), READINESS_GRACE_MS: '1000' })
  await openReplicas(
    { parts, logDir: stage.logDir },
    { name: 'catalog', main: mainOf('catalog'), url, env },
    2,
    resources,
  )
  resources.defer(() => parts.stop())

  const kept = new Agent({ keepAlive: true, maxSockets: 4 })
  resources.defer(() => kept.destroy())
  const ask = (agent: Agent | false) =>
    new Promise<number | string>((resolve) => {
      get(`${url}/rest/catalog/v1/products?limit=1`, { agent }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0))
      }).on('error', ({ message }) => resolve(message))
    })
  const over = new AbortController()
  const answers = new Map<number | string, number>()
  const client = async (agent: Agent | false) => {
    while (!over.signal.aborted) {
      const answer = await ask(agent)
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
    }
  }
  const clients = [kept, kept, kept, false as const].map(client)
  for (const name of ['catalog-1', 'catalog-2', 'catalog-1']) await parts.restart(name)
  over.abort()
  await Promise.all(clients)
  expect([...answers.keys()]).toEqual([200])
}, 120_000)
