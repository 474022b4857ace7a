import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { TrustPolicy } from '@mallhive/release-runtime/trust/policy'

type Pass = Descriptor['passes'][number]

/** The live releases and services, which a release could break. */
export interface LiveMall {
  /** Every live release, stable and canary, of all micro frontends. */
  releases: Descriptor[]
  /** Absent without a reachable mall. */
  shell?: {
    /** Package → version that the shell provides to remotes. */
    shared: Record<string, string>
    /** The fragments that the shell shows on every page, and the props it passes. */
    passes: Pass[]
    /** The locales that shoppers may choose. Absent for a shell built before locales existed. */
    locales?: string[]
  }
  /** Returns a FileDescriptorSet of the named live services. Absent without a reachable mall. */
  contracts?: (services: string[]) => Promise<Uint8Array>
  /** The trust policy with the route permissions. */
  policy?: TrustPolicy
  /** Ignores missing fragments of micro frontends that were never live, for a new mall. */
  first?: boolean
}

/** Returns `cart@1.5.0`. */
export const nameOf = ({ name, version }: Descriptor): string => `${name}@${version}`

/** Returns the live releases of all other micro frontends. */
export function othersOf({ releases }: LiveMall, name: string): Descriptor[] {
  return releases.filter((release) => release.name !== name)
}

export interface Consumer extends Pass {
  /** `catalog@1.5.0`, `the shell`. */
  by: string
}

/** Returns the consumers of a micro frontend's fragments, with the props they pass. */
export function consumersOf(mall: LiveMall, name: string): Consumer[] {
  const remotes = othersOf(mall, name).flatMap((release) =>
    release.passes.map((pass) => ({ ...pass, by: nameOf(release) })),
  )
  const shell = mall.shell?.passes.map((pass) => ({ ...pass, by: 'the shell' })) ?? []
  return [...remotes, ...shell].filter(({ fragment }) => fragment.startsWith(`${name}/`))
}
