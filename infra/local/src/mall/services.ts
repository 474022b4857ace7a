import { fileURLToPath } from 'node:url'

/** The core services, in the order in which they start. Adding one is a line here. */
export const services = [
  'identity',
  'catalog',
  'cart',
  'orders',
  'payments',
  'notifications',
  'release-health',
] as const
export type ServiceName = (typeof services)[number]

export const buckets = ['mallhive-releases', 'mallhive-media'] as const

/** What has no data of its own and follows the releases. */
export const releaseHosts = ['bff', 'release-desk'] as const
export type ReleaseHost = (typeof releaseHosts)[number]
export const isReleaseHost = (name: ServiceName | ReleaseHost): name is ReleaseHost =>
  releaseHosts.some((host) => host === name)

/** Parts with a key pair, and so an identity, of their own. `release-tools` is whoever releases from a shell. */
export const partNames = [...services, ...releaseHosts, 'release-tools'] as const
export type PartName = (typeof partNames)[number]

/** The file that runs a service alone. */
export function mainOf(name: ServiceName | ReleaseHost): string {
  const specifier = name === 'bff' ? '@mallhive/bff-host/main' : `@mallhive/service-${name}/main`
  return fileURLToPath(import.meta.resolve(specifier))
}

/** A file of this folder, for a process of its own. */
export const besides = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
