import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Client } from '@connectrpc/connect'
import { IdentityService } from '@mallhive/contracts/identity'
import { start as cart } from '@mallhive/service-cart/main'
import { start as catalog } from '@mallhive/service-catalog/main'
import { start as identity } from '@mallhive/service-identity/main'
import { openPlatform, type Platform } from '@mallhive/service-kit/service'
import { logger } from '@mallhive/process-kit/telemetry'
import { start as orders } from '@mallhive/service-orders/main'
import { start as payments } from '@mallhive/service-payments/main'

import { freePort } from '../src/free-port.ts'
import { type Engines, openEngines } from '../src/mall/engines.ts'
import { type Addresses, type Env, givenEnv } from '../src/mall/environment.ts'
import { openNode } from '../src/mall/node-part.ts'
import { prepareState } from '../src/mall/seeded-state.ts'
import { baseEnv } from '../src/base-env.ts'
import { type ServiceName, besides, services } from '../src/mall/services.ts'
import { openSupervisor } from '../src/mall/supervisor.ts'
import { silent } from '../src/mall/report.ts'

const starts = { identity, catalog, cart, orders, payments }

export type Services = AsyncDisposable & {
  platform: Platform
  engines: Engines
  at: Addresses
  /** Calls identity with the BFF host's key; no BFF host runs here. */
  identity: Client<typeof IdentityService>
}

/**
 * Runs the services of a checkout in this process, on temporary engines and a seeded catalogue. The engines are not durable,
 * which makes them faster and changes no outcome.
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
  const given = (part: ServiceName | 'bff') => ({ ...givenEnv(engines, at, part), ...env })
  await openNode(
    { parts, logDir: join(stateDir, 'logs') },
    {
      name: 'sandbox-provider',
      main: besides('../sandbox-provider/main.ts'),
      url: at.sandboxProvider,
      env: () => ({
        ...baseEnv(),
        PUBLIC_ORIGIN: at.publicOrigin,
        WEBHOOK_SECRET: engines.secrets.webhookSecret,
        WEBHOOK_URL: `${at.services.payments}/webhooks/sandbox`,
        STATE_DIR: join(stateDir, 'sandbox-provider'),
      }),
    },
  )
  const log = logger('bench')
  log.level = process.env['LOG_LEVEL'] ?? 'fatal'
  const platform = stack.use(openPlatform({ log }))
  for (const name of ['identity', 'catalog', 'cart', 'orders', 'payments'] as const) {
    await platform.start(name, starts[name], given(name))
  }
  const { promise: identityClient, resolve } = Promise.withResolvers<Services['identity']>()
  await platform.start('bff', async (host) => resolve(host.client(IdentityService)), given('bff'))
  await platform.listen({ port: Number(new URL(at.bff).port) })
  const kept = stack.move()
  return {
    platform,
    engines,
    at,
    identity: await identityClient,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

async function addresses(): Promise<Addresses> {
  const local = async () => `http://127.0.0.1:${await freePort()}`
  const own = await local()
  return {
    publicOrigin: 'http://localhost:4000',
    previewOrigin: 'http://preview.localhost:4000',
    bff: own,
    desk: own,
    sandboxProvider: await local(),
    services: Object.fromEntries(services.map((name) => [name, own])) as Addresses['services'],
  }
}
