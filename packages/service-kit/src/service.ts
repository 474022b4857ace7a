import type { DescService } from '@bufbuild/protobuf'
import type { Client, ConnectRouter } from '@connectrpc/connect'
import type { FastifyPluginAsync } from 'fastify'
import { ConfigError } from './config.ts'
import { openPlatform } from './platform.ts'
import { type Log, logger } from './telemetry.ts'

export { openPlatform, type Platform } from './platform.ts'

/** What a service finds when it starts, alone in a process or among others. */
export interface Host {
  name: string
  env: Record<string, string | undefined>
  log: Log
  /** Serves RPCs: over HTTP, and in memory for services in the same process. `register` may run more than once. */
  routes(register: (router: ConnectRouter) => void): void
  /** Serves plain HTTP beside the RPCs. */
  http(plugin: FastifyPluginAsync): void
  /** A client that authenticates as this service, unless the call's options carry `actingAs(actor)`. */
  client<S extends DescService>(service: S): Client<S>
  /**
   * What services serve now, by type name: FileDescriptorSets one after the other, which read as one and may repeat files.
   * Services that nobody knows are left out; throws when one does not answer.
   */
  contracts(typeNames: string[]): Promise<Uint8Array>
  /** Hands over a resource; all are disposed of in reverse when the service stops. */
  use<T extends AsyncDisposable | Disposable>(resource: T): T
  /** Adds a check to /readyz. */
  readiness(name: string, check: () => Promise<void>): void
}

/** A service's whole start: config, resources, routes, relay, subscriptions. */
export type Start = (host: Host) => Promise<void>

/**
 * Runs one service as a process: HOST and PORT say where, SIGTERM and SIGINT end it gracefully (readiness flips, calls
 * finish, resources close in reverse). Exits with 1 when it cannot start.
 */
export async function runService(name: string, start: Start): Promise<void> {
  const log = logger(name)
  const { HOST, PORT, READINESS_GRACE_MS } = process.env
  const platform = openPlatform({ log, name, readinessGraceMs: Number(READINESS_GRACE_MS ?? 0) })
  let stopping: Promise<void> | undefined
  const stop = (signal: string) => {
    stopping ??= (async () => {
      log.info({ signal }, 'stopping')
      await platform[Symbol.asyncDispose]()
      log.info('stopped')
      process.exit(0)
    })()
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  try {
    await platform.start(name, start, process.env)
    const url = await platform.listen({ port: Number(PORT ?? 0), host: HOST || '127.0.0.1' })
    log.info({ url }, 'listening')
    process.send?.({ listening: url })
  } catch (error) {
    log.fatal({ err: error }, error instanceof ConfigError ? error.message : 'cannot start')
    await Promise.allSettled([platform[Symbol.asyncDispose]()])
    process.exit(1)
  }
}
