import { releasesPrefix, signatureKey } from '@mallhive/release-runtime/keys'
import type { ListedObject, ReleaseStore } from '@mallhive/release-runtime/store'

export interface StoredRelease {
  name: string
  version: string
  /** Absent for an unfinished publish. */
  publishedAt?: number
  /** Time of its newest object: from publishing, or a mark of its use. */
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
  return [...byVersion].map(([version, objects]) => described(name, version, objects))
}

function described(name: string, version: string, objects: ListedObject[]): StoredRelease {
  return {
    name,
    version,
    publishedAt: objects.find(({ key }) => key === signatureKey(name, version))?.at,
    touchedAt: Math.max(...objects.map(({ at }) => at)),
    files: objects.length,
    bytes: objects.reduce((sum, { size }) => sum + size, 0),
  }
}
