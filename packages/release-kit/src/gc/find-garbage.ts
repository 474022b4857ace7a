import { releasesPrefix } from '@mallhive/release-runtime/keys'
import { readPointer } from '@mallhive/release-runtime/pointer'
import type { Pointer } from '@mallhive/release-runtime/pointer'
import { predecessor } from '@mallhive/release-runtime/rollback'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import { storedReleases } from './stored-releases.ts'
import type { StoredRelease } from './stored-releases.ts'

export interface Keep {
  /** How long a release is kept after it was published, live or last pinned. At least as long as any session. */
  retentionMs: number
  /** Number of newest releases per micro frontend that are always kept. */
  newest: number
  now?: number
}

export interface Garbage extends StoredRelease {
  /** Time of the last use, in ms since 1970. */
  neededAt: number
}

/**
 * Returns the unused releases: not live, not the target of a rollback, not among the newest, and neither published nor
 * live nor pinned within the retention time.
 * @throws ReleaseError UNTRUSTED, INVALID when a pointer cannot be read
 */
export async function findGarbage(trusted: TrustedStore, keep: Keep): Promise<Garbage[]> {
  const names = await trusted.store.folders(releasesPrefix)
  const found = await Promise.all(
    names.toSorted().map(async (name) => {
      const [releases, pointer] = [
        await storedReleases(trusted.store, name),
        await readPointer(trusted, name),
      ]
      return garbageAmong(releases, pointer, keep)
    }),
  )
  return found.flat()
}

function garbageAmong(
  releases: StoredRelease[],
  pointer: Pointer | undefined,
  { retentionMs, newest, now = Date.now() }: Keep,
): Garbage[] {
  const whole = releases.filter(({ publishedAt }) => publishedAt !== undefined)
  const kept = new Set([
    ...needed(pointer),
    ...whole
      .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))
      .slice(0, newest)
      .map(({ version }) => version),
  ])
  return releases
    .filter(({ version }) => !kept.has(version))
    .map((release) => ({
      ...release,
      neededAt: Math.max(release.touchedAt, liveUntil(pointer, release.version)),
    }))
    .filter(({ neededAt }) => now - neededAt > retentionMs)
}

/** Returns the versions that a pointer names, and the target of a rollback. */
export function needed(pointer: Pointer | undefined): string[] {
  if (!pointer) return []
  return [pointer.stable, pointer.canary?.version, predecessor(pointer)].filter(
    (version) => version !== undefined,
  )
}

/** Returns when a version stopped being live, in ms since 1970, according to the history; 0 if unknown. */
function liveUntil(pointer: Pointer | undefined, version: string): number {
  const history = pointer?.history ?? []
  const last = history.findIndex((change) => change.stable === version || change.canary?.version === version)
  // The history is newest first: the change before it in the list ended it.
  return last > 0 ? Date.parse(history[last - 1]?.at ?? '') : 0
}
