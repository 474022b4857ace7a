import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import type { HeldRelease } from '../../render/host-messages.ts'

const known = new WeakMap<RemoteRelease, HeldRelease>()

/** Returns what documents say about a release, with the hash of each of its scripts and style sheets. */
export function heldRelease(release: RemoteRelease): HeldRelease {
  const found = known.get(release)
  if (found) return found
  const files = Object.entries(release.integrity).filter(([path]) => /^web\/.*\.(js|css)$/.test(path))
  const hashes = Object.fromEntries(files.map(([path, hash]) => [release.base + path, hash]))
  const held = { assigned: forBrowser(release), hashes }
  known.set(release, held)
  return held
}

function forBrowser(release: RemoteRelease): AssignedRelease {
  const { id, name, version, base, web, exposes, routes, consumes } = release
  return { id, name, version, base, web, exposes, routes, consumes }
}
