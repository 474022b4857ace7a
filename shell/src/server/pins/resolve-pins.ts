import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { Visitor } from '@mallhive/release-runtime/preview/visitor'
import { withDeadline } from '../../deadline.ts'
import type { Releases } from '../releases.ts'
import type { AskedPins } from './asked-pins.ts'
import { whyRefused } from './pin-refused.ts'

/** The pins as the page shows them. */
export interface PagePins {
  active: { name: string; version: string }[]
  /** `name` when there is a pin to remove. */
  refused: { name?: string; pin: string; why: string }[]
  removable: boolean
}

export interface ResolvedPins {
  releases: Record<string, RemoteRelease>
  /** Undefined without pins. */
  page?: PagePins
}

const deadlineMs = 4000

/** Loads all pinned releases in parallel. A refused pin becomes a notice and never fails the page. */
export async function resolvePins(
  releases: Releases,
  { pins, malformed, byHeader }: AskedPins,
  visitor: Visitor,
): Promise<ResolvedPins> {
  if (pins.size === 0 && malformed === undefined) return { releases: {} }
  const page: PagePins = { active: [], refused: [], removable: !byHeader }
  if (malformed !== undefined)
    page.refused.push({
      pin: malformed,
      why: 'a pin reads cart@1.5.0, several with commas between, 8 at most',
    })
  const found = await Promise.all(
    [...pins].map(([name, target]) => resolve(name, target, () => releases.pin(name, target, visitor))),
  )
  const active = found.flatMap(({ release }) => release ?? [])
  page.active = active.map(({ name, version }) => ({ name, version }))
  page.refused.push(...found.flatMap(({ refused }) => refused ?? []))
  return { releases: Object.fromEntries(active.map((release) => [release.name, release])), page }
}

interface Resolved {
  release?: RemoteRelease
  refused?: PagePins['refused'][number]
}

async function resolve(name: string, target: string, load: () => Promise<RemoteRelease>): Promise<Resolved> {
  try {
    return { release: await withDeadline(deadlineMs, load) }
  } catch (error) {
    return { refused: { name, pin: `${name} ${target}`, why: whyRefused(error) } }
  }
}
