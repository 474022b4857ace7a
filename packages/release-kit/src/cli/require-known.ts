import semver from 'semver'
import { releasesPrefix } from '@mallhive/release-runtime/keys'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { ReleaseStore } from '@mallhive/release-runtime/store'
import { didYouMean } from '../did-you-mean.ts'

const shownVersions = 5

/** Rejects unpublished names and versions, with suggestions. @throws ReleaseError NOT_PUBLISHED */
export async function requireKnown(store: ReleaseStore, name: string, version?: string): Promise<void> {
  const versions = await versionsOf(store, name)
  if (versions.length === 0) {
    const names = await store.folders(releasesPrefix)
    throw new ReleaseError('NOT_PUBLISHED', `"${name}" was never published${didYouMean(name, names)}`)
  }
  if (version === undefined || versions.includes(version)) return
  const newest = versions.slice(0, shownVersions).join(', ')
  const more = versions.length > shownVersions ? ' and older ones' : ''
  throw new ReleaseError(
    'NOT_PUBLISHED',
    `${name} ${version} is not published. Published versions: ${newest}${more}`,
  )
}

/** Returns the versions of a micro frontend in the bucket, highest first. */
export async function versionsOf(store: ReleaseStore, name: string): Promise<string[]> {
  // A name with a slash would read another prefix.
  if (!/^[\w-]+$/.test(name)) return []
  const versions = await store.folders(`${releasesPrefix}${name}/`)
  // Loose: a version may end in a hash of digits, whose leading zero SemVer refuses otherwise.
  return versions.toSorted((a, b) => semver.rcompare(a, b, true))
}
