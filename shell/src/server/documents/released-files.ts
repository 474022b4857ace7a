import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'

type Releases = Record<string, RemoteRelease>

/** Returns what a document says about its releases. */
export function releasesForBrowser(releases: Releases): Record<string, AssignedRelease> {
  return Object.fromEntries(Object.values(releases).map((release) => [release.name, forBrowser(release)]))
}

function forBrowser(release: RemoteRelease): AssignedRelease {
  const { id, name, version, base, web, exposes, routes, consumes } = release
  return { id, name, version, base, web, exposes, routes, consumes }
}

/** Returns the hash of every script and style sheet of the releases, by which the browser verifies what it loads. */
export function hashesByUrl(releases: Releases): Record<string, string> {
  return Object.assign({}, ...Object.values(releases).map(hashesOf))
}

const known = new WeakMap<RemoteRelease, Record<string, string>>()

function hashesOf(release: RemoteRelease): Record<string, string> {
  const found = known.get(release)
  if (found) return found
  const files = Object.entries(release.integrity).filter(([path]) => /^web\/.*\.(js|css)$/.test(path))
  const hashes = Object.fromEntries(files.map(([path, hash]) => [release.base + path, hash]))
  known.set(release, hashes)
  return hashes
}
