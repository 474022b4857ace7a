import { movePointer } from './pointer.ts'
import type { Pointer } from './pointer.ts'
import { readRelease } from './read-release.ts'
import { ReleaseError } from './release-error.ts'
import type { SigningStore } from './trust/trusted-store.ts'

export interface PromoteRequest {
  name: string
  version: string
  /** Share of shoppers; less than 100 makes it the canary beside the stable version. */
  percent?: number
  by: string
  why?: string
  /** The gate's refusals that were overridden. */
  overrode?: string[]
  /** Replaces a pointer that is unreadable or untrusted. */
  repair?: boolean
  /** Revision of the pointer that the caller has looked at, 0 for none: promotes only while it is current. */
  revision?: number
}

/**
 * Makes a published version live, for all or for a share of shoppers. Repeating it changes nothing (`moved: false`).
 * @throws ReleaseError NOT_PUBLISHED, UNTRUSTED, NOTHING_LIVE (a canary needs a stable version beside it), LOST_RACE
 */
export async function promote(
  signing: SigningStore,
  { name, version, percent = 100, revision, ...mover }: PromoteRequest,
): Promise<{ pointer: Pointer; moved: boolean }> {
  await readRelease(signing, name, version)
  if (!(percent > 0 && percent <= 100))
    throw new ReleaseError('INVALID', 'the percentage must be above 0, up to 100')
  return movePointer(signing, name, mover, (now) => {
    if (revision !== undefined && revision !== (now?.revision ?? 0))
      throw new ReleaseError(
        'LOST_RACE',
        `${name} was not changed: its pointer moved. Look at it and try again.`,
      )
    if (percent === 100) {
      const unchanged = now?.stable === version && !now.canary && !now.retired
      return unchanged ? undefined : { action: 'promote', stable: version }
    }
    if (!now || now.retired)
      throw new ReleaseError('NOTHING_LIVE', `no version of ${name} is live: promote a version to all first`)
    if (now.stable === version)
      throw new ReleaseError(
        'INVALID',
        `${name} ${version} is the stable version: it can't be its own canary`,
      )
    const unchanged = now.canary?.version === version && now.canary.percent === percent
    return unchanged ? undefined : { action: 'canary', stable: now.stable, canary: { version, percent } }
  })
}
