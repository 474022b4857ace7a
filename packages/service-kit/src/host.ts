import type { DescService } from '@bufbuild/protobuf'
import type { Client, ConnectRouter } from '@connectrpc/connect'
import type { FastifyPluginAsync } from 'fastify'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Accepted } from './callers.ts'

/** The interface between a service and the process that runs it, whether alone or among other services. */
export interface Host {
  name: string
  env: Record<string, string | undefined>
  log: Log
  /**
   * Serves RPCs to the callers in `accepted`: over HTTP, and in memory for services in the same process. `register` may
   * run more than once.
   */
  routes(register: (router: ConnectRouter) => void, accepted: Accepted[]): void
  /** Serves plain HTTP beside the RPCs. */
  http(plugin: FastifyPluginAsync): void
  /** Returns a client that authenticates as this part, unless the call's options contain `actingAs(actor)`. */
  client<S extends DescService>(service: S): Client<S>
  /**
   * Returns the current contracts of services, given by type name: concatenated FileDescriptorSets, which parse as one
   * set and may repeat files. Unknown services are left out.
   * @throws when a service does not respond
   */
  contracts(typeNames: string[]): Promise<Uint8Array>
  /** Registers a resource; all are disposed of in reverse order when the service stops. */
  use<T extends AsyncDisposable | Disposable>(resource: T): T
  /** Adds a check to /readyz. */
  readiness(name: string, check: () => Promise<void>): void
}

/** Starts a service: config, resources, routes, relay, subscriptions. */
export type Start = (host: Host) => Promise<void>
