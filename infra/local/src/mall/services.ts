import { fileURLToPath } from 'node:url'

import {
  type Part,
  type PartBehindEdge,
  type PartName,
  type PartNeeding,
  type PartOfKind,
  mall,
} from '../../../mall.ts'

// Selections of infra/mall.ts, the list of parts.

/** Parts with a database, in the order in which they start. */
export type ServiceName = PartNeeding<'postgres'>
export const services = names().filter((name): name is ServiceName => partOf(name).needs.includes('postgres'))

/** Servers without a database, which start after the releases are published. */
export type ReleaseHost = Exclude<PartOfKind<'service' | 'bff'>, ServiceName>
export const isReleaseHost = (name: ServiceName | ReleaseHost): name is ReleaseHost =>
  !partOf(name).needs.includes('postgres')

/** The shells of the hosts: of shoppers, and of previews. */
export type ShellName = PartOfKind<'shell'>
export const isShell = (name: PartName): name is ShellName => partOf(name).kind === 'shell'
export const shells = names().filter(isShell)

/** The parts that share one process. The release desk holds a signing key and always has its own. */
export const together = [...services, 'bff'] as const

/**
 * Parts with a key pair and so an identity. `release-tools` is the command line of people who release. The shell of previews runs
 * releases that were never promoted, so it has no identity.
 */
export type KeyedPart = Exclude<PartOfKind<'service' | 'bff' | 'shell' | 'tool'>, 'shell-previews'>
export const keyedParts = names().filter(
  (name): name is KeyedPart =>
    name !== 'shell-previews' && ['service', 'bff', 'shell', 'tool'].includes(mall[name].kind),
)

/** Parts that an origin of infra/edge/routes.json leads to. */
export const partsBehindEdge = names().filter((name): name is PartBehindEdge => 'edgeOrigin' in mall[name])

/** Returns the main file of a service. */
export function mainOf(name: ServiceName | ReleaseHost): string {
  const specifier = name === 'bff' ? '@mallhive/bff-host/main' : `@mallhive/service-${name}/main`
  return fileURLToPath(import.meta.resolve(specifier))
}

/** Returns the path of a file relative to this folder. */
export const besides = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

function names(): PartName[] {
  return Object.keys(mall) as PartName[]
}

/** A part as the list describes it, without the literal types of its entry. */
function partOf(name: PartName): Part {
  return mall[name]
}
