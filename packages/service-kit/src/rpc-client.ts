import { Agent } from 'node:http'
import https from 'node:https'
import type { DescService } from '@bufbuild/protobuf'
import { type CallOptions, type Client, createClient, type Transport } from '@connectrpc/connect'
import { createConnectTransport } from '@connectrpc/connect-node'
import { SpanKind } from '@opentelemetry/api'
import { budgetMs } from './deadline.ts'
import { fromConnectError } from './errors.ts'
import { currentTraceparent, inSpan } from '@mallhive/process-kit/telemetry'
import { domainError } from './reasons.ts'

/** Resolves a service's transport when a call is made, not when its client is created. */
export type Resolve = (service: DescService) => Transport

/**
 * Returns a client that authenticates with `sign` unless the call brings its own bearer token, propagates trace and
 * deadline, and throws DomainError for refusals of the service.
 */
export function createServiceClient<S extends DescService>(
  service: S,
  resolve: Resolve,
  sign: (audience: string) => Promise<string | undefined>,
): Client<S> {
  const call = async <T>(name: string, init: CallOptions['headers'], send: (header: Headers) => Promise<T>) =>
    inSpan(`${service.typeName}/${name}`, SpanKind.CLIENT, undefined, async () => {
      const header = new Headers(init)
      const token = header.has('authorization') ? undefined : await sign(service.typeName)
      if (token) header.set('authorization', `Bearer ${token}`)
      const traceparent = currentTraceparent()
      if (traceparent) header.set('traceparent', traceparent)
      return send(header).catch((error) => {
        throw fromConnectError(error)
      })
    })
  return createClient(service, {
    unary: (method, signal, timeoutMs, header, input, contextValues) =>
      call(method.name, header, (headers) =>
        resolve(service).unary(method, signal, budgetMs(timeoutMs), headers, input, contextValues),
      ),
    stream: (method, signal, timeoutMs, header, input, contextValues) =>
      call(method.name, header, (headers) =>
        resolve(service).stream(method, signal, timeoutMs, headers, input, contextValues),
      ),
  })
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 })
const remotes = new Map<string, Transport>()

/**
 * Returns the transport to a service in another process at `<NAME>_URL`, after the name of its protobuf service
 * (CatalogService → CATALOG_URL, ReleaseHealthService → RELEASE_HEALTH_URL). Connections are kept alive and shared.
 * @throws DomainError UNAVAILABLE when the variable is not set
 */
export function remoteTransport(service: DescService, env: Record<string, string | undefined>): Transport {
  const baseUrl = serviceUrl(service.typeName, env)
  if (!baseUrl) throw domainError('UNAVAILABLE', `${addressVariable(service.typeName)} is not set`)
  let transport = remotes.get(baseUrl)
  if (!transport) {
    const nodeOptions = { agent: baseUrl.startsWith('https:') ? https.globalAgent : agent }
    transport = createConnectTransport({ baseUrl, httpVersion: '1.1', nodeOptions })
    remotes.set(baseUrl, transport)
  }
  return transport
}

/** Returns a service's URL from the environment; undefined when it is not set. */
export function serviceUrl(typeName: string, env: Record<string, string | undefined>): string | undefined {
  return env[addressVariable(typeName)]
}

/** Returns the variable of a service's address: `CATALOG_URL` for `mallhive.catalog.v1.CatalogService`. */
export function addressVariable(typeName: string): string {
  const name = typeName.slice(typeName.lastIndexOf('.') + 1).replace(/Service$/, '')
  return `${name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}_URL`
}
