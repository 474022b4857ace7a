import { fileURLToPath } from 'node:url'

/** The core services in their start order. */
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

/** Parts without data of their own that follow the releases. */
export const releaseHosts = ['bff', 'release-desk'] as const
export type ReleaseHost = (typeof releaseHosts)[number]
export const isReleaseHost = (name: ServiceName | ReleaseHost): name is ReleaseHost =>
  releaseHosts.some((host) => host === name)

/** Parts with a key pair and so an identity. `release-tools` is the command line of people who release. */
export const partNames = [...services, ...releaseHosts, 'release-tools'] as const
export type PartName = (typeof partNames)[number]

/** Returns the main file of a service. */
export function mainOf(name: ServiceName | ReleaseHost): string {
  const specifier = name === 'bff' ? '@mallhive/bff-host/main' : `@mallhive/service-${name}/main`
  return fileURLToPath(import.meta.resolve(specifier))
}

/** Returns the path of a file relative to this folder. */
export const besides = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
