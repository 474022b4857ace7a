import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { withDeadline } from '../deadline.ts'
import type { Releases } from '../releases.ts'
import type { AskedPins } from './asked-pins.ts'
import { whyRefused } from './pin-refused.ts'

/** What the page tells about its pins. */
export interface PagePins {
  active: { name: string; version: string }[]
  /** `name` where there is one to take away. */
  refused: { name?: string; pin: string; why: string }[]
  removable: boolean
}

export interface ResolvedPins {
  releases: Record<string, RemoteRelease>
  /** Undefined for everybody who has no pins. */
  page?: PagePins
}

const deadlineMs = 4000

/** Loads what is pinned, all side by side. A pin that can't be had costs a notice, never the page. */
export async function resolvePins(
  releases: Releases,
  { pins, malformed, byHeader }: AskedPins,
): Promise<ResolvedPins> {
  if (pins.size === 0 && malformed === undefined) return { releases: {} }
  const page: PagePins = { active: [], refused: [], removable: !byHeader }
  if (malformed !== undefined)
    page.refused.push({
      pin: malformed,
      why: 'a pin reads cart@1.5.0, several with commas between, 8 at most',
    })
  const found = await Promise.all([...pins].map(([name, target]) => resolve(releases, name, target)))
  const active = found.flatMap(({ release }) => release ?? [])
  page.active = active.map(({ name, version }) => ({ name, version }))
  page.refused.push(...found.flatMap(({ refused }) => refused ?? []))
  return { releases: Object.fromEntries(active.map((release) => [release.name, release])), page }
}

interface Resolved {
  release?: RemoteRelease
  refused?: PagePins['refused'][number]
}

async function resolve(releases: Releases, name: string, target: string): Promise<Resolved> {
  try {
    return { release: await withDeadline(deadlineMs, () => releases.pin(name, target)) }
  } catch (error) {
    return { refused: { name, pin: `${name} ${target}`, why: whyRefused(error) } }
  }
}
