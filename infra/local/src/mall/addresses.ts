import { type PartName, buckets, mall } from '../../../mall.ts'
import { freePort } from '../free-port.ts'
import type { Engines } from './engines.ts'
import type { Addresses } from './environment.ts'
import {
  type ReleaseHost,
  type ServiceName,
  type ShellName,
  isReleaseHost,
  isShell,
  partsBehindEdge,
  services,
} from './services.ts'

/** Chooses a free port for each part; in one process all services share one. */
export async function chooseAddresses(port: number, processes: boolean, mtls = false): Promise<Addresses> {
  const bff = await chooseAddress('bff', mtls)
  const own = await Promise.all(
    services.map(async (name) => [name, processes ? await chooseAddress(name, mtls) : bff]),
  )
  return {
    publicOrigin: `http://localhost:${port}`,
    // Browsers resolve every name below localhost to a loopback address.
    previewOrigin: `http://preview.localhost:${port}`,
    bff,
    desk: await chooseAddress('release-desk', mtls),
    sandboxProvider: await chooseAddress('sandbox-provider', false),
    services: Object.fromEntries(own) as Record<ServiceName, string>,
  }
}

/** Returns the URL of a part at a free port; with `mtls` its certificate names the host. */
export async function chooseAddress(name: PartName, mtls: boolean): Promise<string> {
  return `${mtls ? `https://${name}.localhost` : 'http://127.0.0.1'}:${await freePort()}`
}

/** Where on this machine the server at a URL listens. */
export function listenerOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url)
  return { host: hostname.endsWith('.localhost') ? '127.0.0.1' : hostname, port: Number(port) }
}

export function addressOf(at: Addresses, name: ServiceName | ReleaseHost): string {
  if (isReleaseHost(name)) return name === 'bff' ? at.bff : at.desk
  return at.services[name]
}

/** The base URL of each origin of routes.json. */
export function edgeOrigins(
  { aws }: Engines,
  at: Addresses,
  shellUrls: Record<ShellName, string>,
): Record<string, string> {
  const files = Object.entries(buckets).map(([origin, bucket]) => [origin, `${aws.url}/${bucket}`])
  const servers = partsBehindEdge.map((name) => [
    mall[name].edgeOrigin,
    isShell(name) ? shellUrls[name] : addressOf(at, name),
  ])
  return Object.fromEntries([...files, ...servers])
}
