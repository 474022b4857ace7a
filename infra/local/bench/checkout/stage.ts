import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { exportJWK, generateKeyPair, SignJWT } from 'jose'

import { baseEnv } from '../../src/base-env.ts'
import { freePort } from '../../src/free-port.ts'
import { type Engines, openEngines } from '../../src/mall/engines.ts'
import { type Env, givenEnv } from '../../src/mall/environment.ts'
import { openNode } from '../../src/mall/node-part.ts'
import { lastLines } from '../../src/child-process.ts'
import { besides, services } from '../../src/mall/services.ts'
import { openSupervisor } from '../../src/mall/supervisor.ts'
import { wipeState } from '../../src/mall/wipe-state.ts'
import { openWire, type Wire } from './wire.ts'

export const publicOrigin = 'http://localhost:4000'

/** One process that runs the services of a checkout. */
export type App = { url: string; gone: Promise<void>; kill(): void; dieAt(moment: string): void }

/**
 * Everything that outlives the checkout's process: engines, card network, and the proxies in front of both. The engines are not
 * durable, because only the apps are killed.
 */
export type Stage = AsyncDisposable & {
  engines: Engines
  provider: string
  /** The proxy between payments and the card network. */
  cards: Wire
  /** The proxy between the outboxes and the bus. */
  bus: Wire
  startApp(): Promise<App>
  /** Sends the card network's webhooks to this app from now on. */
  front(app: App): void
  /** A signed token of a guest. */
  guest(id: string): Promise<string>
  /** A signed token of the mall's staff. */
  staff(): Promise<string>
}

export async function openStage(env: Env = {}): Promise<Stage> {
  await using stack = new AsyncDisposableStack()
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-bench-'))
  stack.defer(() => wipeState(stateDir))
  const parts = openSupervisor(stateDir)
  stack.defer(() => parts.stop())
  const engines = await openEngines(parts, stateDir, false)

  const provider = `http://127.0.0.1:${await freePort()}`
  let current = provider
  const cards = stack.use(await openWire(() => provider))
  const bus = stack.use(await openWire(() => engines.aws.url))
  const webhooks = stack.use(await openWire(() => current))
  const own = Object.fromEntries(services.map((name) => [name, provider]))
  const at = {
    publicOrigin,
    previewOrigin: 'http://preview.localhost:4000',
    bff: provider,
    desk: 'http://127.0.0.1:9',
    sandboxProvider: cards.url,
    services: own as Record<(typeof services)[number], string>,
  }
  const { privateKey, publicKey } = await generateKeyPair('EdDSA')
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'EdDSA', use: 'sig' }]
  const shared = {
    AWS_ENDPOINT_URL: bus.url,
    JWKS_URL: `data:application/json,${encodeURIComponent(JSON.stringify({ keys }))}`,
  }
  await openNode(
    { parts, logDir: join(stateDir, 'logs') },
    {
      name: 'sandbox-provider',
      main: besides('../sandbox-provider/main.ts'),
      url: provider,
      env: () => ({
        ...baseEnv(),
        PUBLIC_ORIGIN: publicOrigin,
        WEBHOOK_SECRET: engines.secrets.webhookSecret,
        WEBHOOK_URL: `${webhooks.url}/webhooks/sandbox`,
        STATE_DIR: join(stateDir, 'sandbox-provider'),
        LATENCY_MS: '20',
      }),
    },
  )

  const signed = (id: string, claims: { kind: string; roles: string[] }) =>
    new SignJWT({ ...claims, name: '', email: '' })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'bench' })
      .setSubject(id)
      .setIssuer('mallhive')
      .setAudience('mallhive')
      .setIssuedAt()
      .setExpirationTime('2h')
      .sign(privateKey)

  const children = new Set<ChildProcess>()
  stack.defer(() => children.forEach((child) => child.kill('SIGKILL')))
  const logFile = join(stateDir, 'logs', 'app.log')
  const log = openSync(logFile, 'a')
  const kept = stack.move()
  return {
    engines,
    provider,
    cards,
    bus,
    startApp: async () => {
      const child = spawn(process.execPath, [fileURLToPath(new URL('app.ts', import.meta.url))], {
        env: { ...baseEnv(), LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' },
        stdio: ['pipe', log, log, 'ipc'],
      })
      const environments = services.map((name) => [
        name,
        { ...givenEnv(engines, at, name), ...shared, ...env },
      ])
      child.stdin?.end(JSON.stringify(Object.fromEntries(environments)))
      children.add(child)
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      void gone.then(() => children.delete(child))
      const url = await Promise.race([
        new Promise<string>((resolve) => child.once('message', (said: string) => resolve(said))),
        gone.then(() => {
          throw new Error(`the app ended while it started:\n${lastLines(logFile)}`)
        }),
      ])
      return { url, gone, kill: () => void child.kill('SIGKILL'), dieAt: (moment) => void child.send(moment) }
    },
    front: ({ url }) => {
      current = url
    },
    guest: (id) => signed(id, { kind: 'guest', roles: [] }),
    staff: () => signed('staff', { kind: 'account', roles: ['admin'] }),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
