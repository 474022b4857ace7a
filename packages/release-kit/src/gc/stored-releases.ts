import { releasesPrefix, signatureKey, usedKey, usedPrefix } from '@mallhive/release-runtime/keys'
import type { ListedObject, ReleaseStore } from '@mallhive/release-runtime/store'

export interface StoredRelease {
  name: string
  version: string
  /** Absent for an unfinished publish. */
  publishedAt?: number
  /** Time of its newest object from publishing, or of the mark of its use. */
  touchedAt: number
  files: number
  bytes: number
}

/** Returns all releases of a micro frontend in the bucket, unfinished ones included. */
export async function storedReleases(store: ReleaseStore, name: string): Promise<StoredRelease[]> {
  const prefix = `${releasesPrefix}${name}/`
  const byVersion = Map.groupBy(
    await store.list(prefix),
    ({ key }) => key.slice(prefix.length).split('/')[0] ?? '',
  )
  // The pointer has the same prefix as the versions.
  byVersion.delete('live.json')
  const marks = new Map((await store.list(usedPrefix(name))).map(({ key, at }) => [key, at]))
  return [...byVersion].map(([version, objects]) =>
    described(name, version, objects, marks.get(usedKey(name, version))),
  )
}

function described(name: string, version: string, objects: ListedObject[], usedAt = 0): StoredRelease {
  return {
    name,
    version,
    publishedAt: objects.find(({ key }) => key === signatureKey(name, version))?.at,
    touchedAt: Math.max(usedAt, ...objects.map(({ at }) => at)),
    files: objects.length,
    bytes: objects.reduce((sum, { size }) => sum + size, 0),
  }
}
