import semver from 'semver'
import { releasesPrefix } from '@mallhive/release-runtime/keys'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { ReleaseStore } from '@mallhive/release-runtime/store'
import { didYouMean } from '../did-you-mean.ts'

const shownVersions = 5

/** Refuses names and versions that nobody published, and says what may have been meant. */
export async function requireKnown(store: ReleaseStore, name: string, version?: string): Promise<void> {
  const versions = await versionsOf(store, name)
  if (versions.length === 0) {
    const names = await store.folders(releasesPrefix)
    throw new ReleaseError('NOT_PUBLISHED', `nobody published a "${name}"${didYouMean(name, names)}`)
  }
  if (version === undefined || versions.includes(version)) return
  const newest = versions.slice(0, shownVersions).join(', ')
  const more = versions.length > shownVersions ? ' and older ones' : ''
  throw new ReleaseError('NOT_PUBLISHED', `${name} ${version} is not published, but ${newest}${more}`)
}

/** What lies in the bucket of a micro frontend, highest version first. */
export async function versionsOf(store: ReleaseStore, name: string): Promise<string[]> {
  // A name with a slash would look below another one's prefix.
  if (!/^[\w-]+$/.test(name)) return []
  const versions = await store.folders(`${releasesPrefix}${name}/`)
  return versions.toSorted(semver.rcompare)
}
