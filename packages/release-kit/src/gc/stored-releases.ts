import { releasesPrefix, signatureKey } from '@mallhive/release-runtime/keys'
import type { ListedObject, ReleaseStore } from '@mallhive/release-runtime/store'

export interface StoredRelease {
  name: string
  version: string
  /** Absent when it was never finished. */
  publishedAt?: number
  /** The newest of its objects: publishing, or a mark that it was used. */
  touchedAt: number
  files: number
  bytes: number
}

/** What lies in the bucket of a micro frontend, whole or half. */
export async function storedReleases(store: ReleaseStore, name: string): Promise<StoredRelease[]> {
  const prefix = `${releasesPrefix}${name}/`
  const byVersion = Map.groupBy(
    await store.list(prefix),
    ({ key }) => key.slice(prefix.length).split('/')[0] ?? '',
  )
  // The pointer lies beside the versions.
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
