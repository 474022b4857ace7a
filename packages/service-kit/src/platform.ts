import type { Server } from 'node:http'
import type { DescService } from '@bufbuild/protobuf'
import { type Client, type ConnectRouterOptions, type Transport } from '@connectrpc/connect'
import { contractsOf, remoteContracts } from './contracts.ts'
import type { Host, Start } from './host.ts'
import { buildServer, type Mount, type Plugin } from './http-server.ts'
import { createPartSigner } from './part-tokens.ts'
import { createServiceClient, remoteTransport, type Resolve } from './rpc-client.ts'
import { inProcessTransport } from './in-process-transport.ts'
import { routerOptions } from './rpc-server.ts'
import { type Log, startTracing } from '@mallhive/process-kit/telemetry'
import { createVerifier, type Verifier } from './tokens.ts'

/** Services in one process: one server, in-memory calls between them, the same interceptors as over HTTP. */
export interface Platform extends AsyncDisposable {
  /** Starts a service; all must be started before `listen`. */
  start(name: string, start: Start, env: Record<string, string | undefined>): Promise<void>
  /** Starts the server; returns its URL. */
  listen(options: { port: number; host?: string }): Promise<string>
  /** Returns a client of a service on this platform; calls without `actingAs(actor)` carry no token. */
  client<S extends DescService>(service: S): Client<S>
}

/**
 * Opens a platform without services.
 * @param options.readinessGraceMs how long /readyz fails before the server closes, so that load balancers stop sending
 * @param options.secure called with the server before it listens
 */
export function openPlatform(options: {
  log: Log
  name?: string
  readinessGraceMs?: number
  secure?: (server: Server) => void
}): Platform {
  const { log } = options
  const local = new Map<string, Transport>()
  const verifiers = new Map<string, Verifier>()
  const served = new Map<string, DescService>()
  const mounts: Mount[] = []
  const plugins: Plugin[] = []
  const checks = new Map<string, () => Promise<void>>()
  const resources = new AsyncDisposableStack()
  let draining = false
  let tracing: Promise<unknown> | undefined
  let closing: Promise<void> | undefined

  // Services with the same keys share one cache of verified tokens: a shopper's token passes several of them.
  const verifierOf = (env: Record<string, string | undefined>) => {
    const keys = JSON.stringify([env.JWKS_URL, env.PART_KEYS])
    const known = verifiers.get(keys) ?? createVerifier(env)
    verifiers.set(keys, known)
    return known
  }
  const mount = (routes: Mount['routes'], settings: ConnectRouterOptions) => {
    mounts.push({ routes, options: settings })
    const { transport, services } = inProcessTransport(routes, settings)
    for (const service of services) {
      local.set(service.typeName, transport)
      served.set(service.typeName, service)
    }
  }
  const resolveWith =
    (env: Record<string, string | undefined>): Resolve =>
    (service) =>
      local.get(service.typeName) ?? remoteTransport(service, env)
  const contractsWith = (env: Record<string, string | undefined>) => async (typeNames: string[]) => {
    const sets = typeNames.map((typeName) => {
      const service = served.get(typeName)
      return service ? Promise.resolve(contractsOf([service])) : remoteContracts(typeName, env)
    })
    return Buffer.concat(await Promise.all(sets))
  }
  const failing = async () => {
    const results = await Promise.all(
      [...checks].map(([name, check]) =>
        check().then(
          () => [],
          () => [name],
        ),
      ),
    )
    return draining ? ['draining', ...results.flat()] : results.flat()
  }

  return {
    async start(name, start, env) {
      tracing ??= startTracing(options.name ?? 'mallhive', env).then((exporter) => resources.use(exporter))
      await tracing
      const own = log.child({ service: name })
      const verify = verifierOf(env)
      const sign = createPartSigner(name, env)
      const host: Host = {
        name,
        env,
        log: own,
        routes: (register, accepted) => mount(register, routerOptions(name, verify, own, accepted)),
        http: (plugin) => void plugins.push({ part: name, plugin }),
        client: (service) => createServiceClient(service, resolveWith(env), sign),
        contracts: contractsWith(env),
        use: (resource) => resources.use(resource),
        readiness: (check, run) => void checks.set(`${name}: ${check}`, run),
      }
      await start(host)
    },
    async listen({ port, host }) {
      const server = await buildServer(mounts, plugins, {
        failing,
        draining: () => draining,
        secure: options.secure,
        contracts: () => contractsOf(served.values()),
        onBug: (error) => log.error({ err: error }, 'HTTP request failed'),
      })
      resources.defer(async () => {
        if (options.readinessGraceMs) await new Promise((done) => setTimeout(done, options.readinessGraceMs))
        await server.close()
      })
      return server.listen({ port, host: host ?? '127.0.0.1' })
    },
    client: (service) => createServiceClient(service, resolveWith({}), anonymous),
    [Symbol.asyncDispose]() {
      draining = true
      return (closing ??= resources.disposeAsync())
    },
  }
}

const anonymous = () => Promise.resolve(undefined)
