import { releasesPrefix } from '@mallhive/release-runtime/keys'
import type { Pointer } from '@mallhive/release-runtime/pointer'
import type { ReleaseStore } from '@mallhive/release-runtime/store'
import semver from 'semver'
import { readResult } from './result.ts'

/** Limit of results to read: each costs a request to the bucket, and only the newest releases matter. */
const mostRead = 5

/** A version may end in a hash of digits, whose leading zero SemVer refuses otherwise. */
const loose = true

export interface RefusedRelease {
  version: string
  /** `/news: the server answers 500 (and 2 more)`. */
  problem: string
}

/**
 * Returns published releases newer than the live ones that the smoke test refused; none of a retired micro frontend. Their
 * versions cannot be reused.
 */
export async function refusedReleases(
  store: ReleaseStore,
  name: string,
  live: Pick<Pointer, 'stable' | 'canary' | 'retired'> | undefined,
): Promise<RefusedRelease[]> {
  if (live?.retired) return []
  const versions = await store.folders(`${releasesPrefix}${name}/`)
  const newer = versions
    .filter((version) => semver.valid(version, loose) && version !== live?.canary?.version)
    .filter((version) => !live || semver.gt(version, live.stable, loose))
    .toSorted((a, b) => semver.rcompare(a, b, loose))
    .slice(0, mostRead)
  const results = await Promise.all(newer.map((version) => readResult(store, name, version)))
  return newer.flatMap((version, index) => {
    const [first, ...rest] = results[index]?.problems ?? []
    if (!first) return []
    const more = rest.length > 0 ? ` (and ${rest.length} more)` : ''
    return [{ version, problem: `${first.path}: ${first.problem}${more}` }]
  })
}
