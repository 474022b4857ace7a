import { releasesPrefix } from '@mallhive/release-runtime/keys'
import { readPointer } from '@mallhive/release-runtime/pointer'
import type { Pointer } from '@mallhive/release-runtime/pointer'
import { predecessor } from '@mallhive/release-runtime/rollback'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import { storedReleases } from './stored-releases.ts'
import type { StoredRelease } from './stored-releases.ts'

export interface Keep {
  /** How long a release stays after it was published, live or looked at by a pin. At least as long as any session. */
  retentionMs: number
  /** The newest releases of each micro frontend, which stay in any case. */
  newest: number
  now?: number
}

export interface Garbage extends StoredRelease {
  /** When anybody had reason to want it last, in ms since 1970. */
  neededAt: number
}

/**
 * The releases that nobody needs: not live, not what a rollback would bring back, not among the newest, and neither
 * published nor live nor pinned within the retention time. @throws ReleaseError UNTRUSTED, INVALID when a pointer can't be read
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

/** What a pointer names, and where a rollback would lead. */
export function needed(pointer: Pointer | undefined): string[] {
  if (!pointer) return []
  return [pointer.stable, pointer.canary?.version, predecessor(pointer)].filter(
    (version) => version !== undefined,
  )
}

/** When a version stopped being live, as far as the history tells. */
function liveUntil(pointer: Pointer | undefined, version: string): number {
  const history = pointer?.history ?? []
  const last = history.findIndex((change) => change.stable === version || change.canary?.version === version)
  // Newest first: the change before it in the list is the one that ended it.
  return last > 0 ? Date.parse(history[last - 1]?.at ?? '') : 0
}
