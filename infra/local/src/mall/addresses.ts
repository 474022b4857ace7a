import { buckets, mall } from '../../../mall.ts'
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
export async function chooseAddresses(port: number, processes: boolean): Promise<Addresses> {
  const local = async () => `http://127.0.0.1:${await freePort()}`
  const bff = await local()
  const own = await Promise.all(services.map(async (name) => [name, processes ? await local() : bff]))
  return {
    publicOrigin: `http://localhost:${port}`,
    // Browsers resolve every name below localhost to a loopback address.
    previewOrigin: `http://preview.localhost:${port}`,
    bff,
    desk: await local(),
    sandboxProvider: await local(),
    services: Object.fromEntries(own) as Record<ServiceName, string>,
  }
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
