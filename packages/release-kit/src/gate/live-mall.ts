import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { TrustPolicy } from '@mallhive/release-runtime/trust/policy'

type Pass = Descriptor['passes'][number]

/** What is live at this moment: whom a release could break. */
export interface LiveMall {
  /** Every live release, stable and canary, of all micro frontends. */
  releases: Descriptor[]
  /** Absent when no mall answers. */
  shell?: {
    /** Package → version that it lends to remotes. */
    shared: Record<string, string>
    /** The fragments it shows on every page, and what it gives them. */
    passes: Pass[]
  }
  /** A FileDescriptorSet of what live services serve, for the services named. Absent when no mall answers. */
  contracts?: (services: string[]) => Promise<Uint8Array>
  /** Who may own which routes. */
  policy?: TrustPolicy
  /** Nothing is missed of micro frontends that were never live: this mall is being opened. */
  first?: boolean
}

export const nameOf = ({ name, version }: Descriptor): string => `${name}@${version}`

/** Live releases of all other micro frontends. */
export function othersOf({ releases }: LiveMall, name: string): Descriptor[] {
  return releases.filter((release) => release.name !== name)
}

export interface Consumer extends Pass {
  /** `catalog@1.5.0`, `the shell`. */
  by: string
}

/** Who gives what to the fragments of a micro frontend. */
export function consumersOf(mall: LiveMall, name: string): Consumer[] {
  const remotes = othersOf(mall, name).flatMap((release) =>
    release.passes.map((pass) => ({ ...pass, by: nameOf(release) })),
  )
  const shell = mall.shell?.passes.map((pass) => ({ ...pass, by: 'the shell' })) ?? []
  return [...remotes, ...shell].filter(({ fragment }) => fragment.startsWith(`${name}/`))
}
