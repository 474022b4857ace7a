import type { DescService } from '@bufbuild/protobuf'
import type { Client, ConnectRouter } from '@connectrpc/connect'
import type { FastifyPluginAsync } from 'fastify'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Accepted } from './callers.ts'

/** What a service finds when it starts, alone in a process or among others. */
export interface Host {
  name: string
  env: Record<string, string | undefined>
  log: Log
  /**
   * Serves RPCs to the callers that `accepted` names: over HTTP, and in memory for services in the same process. `register`
   * may run more than once.
   */
  routes(register: (router: ConnectRouter) => void, accepted: Accepted[]): void
  /** Serves plain HTTP beside the RPCs. */
  http(plugin: FastifyPluginAsync): void
  /** A client that authenticates as this part, unless the call's options carry `actingAs(actor)`. */
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
