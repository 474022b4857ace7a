import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { BuiltRelease } from '@mallhive/release-runtime/publish'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { builtCandidate } from '@mallhive/release-kit/gate/candidate'
import { passGate, Refused } from '@mallhive/release-kit/gate/pass-gate'
import { type Pointer, readPointer } from '@mallhive/release-runtime/pointer'
import { promote } from '@mallhive/release-runtime/promote'
import { publish } from '@mallhive/release-runtime/publish'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { SigningStore } from '@mallhive/release-runtime/trust/trusted-store'

/** A micro frontend and its version, which is derived from its sources: equal sources give equal versions. */
export type Release = { name: string; root: string; version: string; dir: string }

/** `root` is the folder of the checkout. Pointers are public, so they hold a digest of it. */
export type Checkout = { root: string; releases: Release[] }

export type Outcome = {
  name: string
  version: string
  /** Why another release stays live; absent when this one is live. */
  stays?: string
}

const by = 'npm start'
/** The author in pointers of older starts, which did not name their checkout. */
const unnamedCheckout = 'built from this checkout'

/**
 * Releases the micro frontends of a checkout of which nothing is live, or whose pointer was last moved by an earlier start of
 * the same checkout. Promotions, rollbacks and canaries of teams stay.
 * @throws Refused when the gate refuses a micro frontend of which nothing is live
 */
export async function releaseCheckout(
  signing: SigningStore,
  checkout: Checkout,
  onRelease: (release: Release) => void | Promise<void> = () => {},
): Promise<Outcome[]> {
  const why = checkoutText(checkout.root)
  const own = [why, unnamedCheckout, `built from ${checkout.root}`]
  const outcomes: Outcome[] = []
  const stay = ({ name, version }: Release, stays: string) => void outcomes.push({ name, version, stays })

  const live = new Map<string, Pointer>()
  const ours: Release[] = []
  for (const release of checkout.releases) {
    const pointer = await trustedPointer(signing, release.name)
    const [last] = pointer?.history ?? []
    if (pointer) live.set(release.name, pointer)
    if (!pointer || !last || (last.by === by && own.includes(last.why ?? ''))) ours.push(release)
    else if (pointer.retired) stay(release, `${release.name} stays retired: retired by ${last.by}`)
    else stay(release, `${liveText(pointer)} stays live: ${moverText(last)}`)
  }

  const passed = await passTogether(signing, ours, (release, refused) => {
    const pointer = live.get(release.name)
    if (!pointer) throw refused
    stay(release, `${liveText(pointer)} stays live: ${refused.message}`)
  })
  for (const release of passed) {
    const { name, version } = release
    await onRelease(release)
    await publish(signing, builtRelease(release))
    const revision = live.get(name)?.revision ?? 0
    try {
      await promote(signing, { name, version, by, why, repair: true, revision })
      outcomes.push({ name, version })
    } catch (error) {
      if (!(error instanceof ReleaseError) || error.reason !== 'LOST_RACE') throw error
      stay(release, `${name} changed during this start`)
    }
  }
  return outcomes
}

const checkoutText = (root: string): string =>
  `built from checkout ${createHash('sha256').update(root).digest('hex').slice(0, 12)}`

/** Checks all releases against each other, because they go live together; in place of a refused one its live release counts. */
async function passTogether(
  signing: SigningStore,
  releases: Release[],
  onRefused: (release: Release, refused: Refused) => void,
): Promise<Release[]> {
  const together = releases.map((release) => builtRelease(release).descriptor)
  const refused = new Set<Release>()
  for (const release of releases) {
    try {
      await passGate(signing, builtCandidate(builtRelease(release), release.root), { together })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      onRefused(release, error)
      refused.add(release)
    }
  }
  const others = releases.filter((release) => !refused.has(release))
  return refused.size > 0 ? passTogether(signing, others, onRefused) : others
}

/** Returns the pointer; undefined when it cannot be read or trusted, because then no host serves it. */
async function trustedPointer(signing: SigningStore, name: string): Promise<Pointer | undefined> {
  try {
    return await readPointer(signing, name)
  } catch (error) {
    if (error instanceof ReleaseError && error.reason !== 'UNREACHABLE') return undefined
    throw error
  }
}

function liveText({ name, stable, canary }: Pointer): string {
  const beside = canary ? ` with ${canary.version} as a ${canary.percent} % canary` : ''
  return `${name} ${stable}${beside}`
}

function moverText({ action, by: mover, why }: Pointer['history'][number]): string {
  const verb = action === 'rollback' ? 'rolled back' : 'released'
  return `${verb} by ${mover}${why ? ` (${why})` : ''}`
}

function builtRelease({ dir }: Release): BuiltRelease {
  const descriptor: Descriptor = JSON.parse(readFileSync(join(dir, 'release.json'), 'utf8'))
  return { dir, descriptor }
}
