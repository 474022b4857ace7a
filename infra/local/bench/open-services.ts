import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { start as cart } from '@mallhive/service-cart/main'
import { start as catalog } from '@mallhive/service-catalog/main'
import { start as identity } from '@mallhive/service-identity/main'
import { openPlatform, type Platform } from '@mallhive/service-kit/service'
import { logger } from '@mallhive/process-kit/telemetry'
import { createServiceSigner } from '@mallhive/service-kit/tokens'
import { start as orders } from '@mallhive/service-orders/main'
import { start as payments } from '@mallhive/service-payments/main'

import { freePort } from '../src/free-port.ts'
import { type Engines, openEngines } from '../src/mall/engines.ts'
import { type Addresses, type Env, backendEnv, inherited } from '../src/mall/environment.ts'
import { openNode } from '../src/mall/node-part.ts'
import { prepareState } from '../src/mall/seeded-state.ts'
import { besides, services } from '../src/mall/services.ts'
import { openSupervisor } from '../src/mall/supervisor.ts'
import { silent } from '../src/mall/report.ts'

const starts = { identity, catalog, cart, orders, payments }

export type Services = AsyncDisposable & {
  platform: Platform
  engines: Engines
  at: Addresses
  /** Headers with which the caller is a service. */
  asService: { headers: Record<string, string> }
}

/**
 * The services that sell, in this process, on engines and a seeded catalogue of their own: for benches of what happens
 * behind the pages. Engines are not durable, which makes them quicker and changes no outcome.
 */
export async function openServices(env: Env = {}): Promise<Services> {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-bench-'))
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rmSync(stateDir, { recursive: true, force: true }))
  await prepareState(stateDir, 0, silent)
  const parts = openSupervisor(stateDir)
  stack.defer(() => parts.stop())
  const engines = await openEngines(parts, stateDir, false)
  const at = await addresses()
  const backend = { ...inherited(), ...backendEnv(engines, at), ...env }
  await openNode(
    { parts, logDir: join(stateDir, 'logs') },
    {
      name: 'sandbox-provider',
      stage: 'service',
      main: besides('../sandbox-provider/main.ts'),
      url: at.sandboxProvider,
      env: {
        ...backend,
        WEBHOOK_SECRET: engines.secrets.webhookSecret,
        WEBHOOK_URL: `${at.services.payments}/webhooks/sandbox`,
        STATE_DIR: join(stateDir, 'sandbox-provider'),
      },
    },
  )
  const log = logger('bench')
  log.level = process.env['LOG_LEVEL'] ?? 'fatal'
  const platform = stack.use(openPlatform({ log }))
  for (const [name, start] of Object.entries(starts)) {
    await platform.start(name, start, { ...backend, DATABASE_URL: databaseUrlOf(engines, name) })
  }
  await platform.listen({ port: Number(new URL(at.bff).port) })
  const token = await createServiceSigner('bench', backend)()
  const kept = stack.move()
  return {
    platform,
    engines,
    at,
    asService: { headers: { authorization: `Bearer ${token}` } },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

function databaseUrlOf({ databaseUrls }: Engines, name: string): string {
  const found = Object.entries(databaseUrls).find(([service]) => service === name)
  if (!found) throw new Error(`no database for ${name}`)
  return found[1]
}

async function addresses(): Promise<Addresses> {
  const local = async () => `http://127.0.0.1:${await freePort()}`
  const own = await local()
  return {
    publicOrigin: 'http://localhost:4000',
    bff: own,
    desk: own,
    sandboxProvider: await local(),
    services: Object.fromEntries(services.map((name) => [name, own])) as Addresses['services'],
  }
}
