import { movePointer } from '@mallhive/release-runtime/pointer'
import type { Pointer } from '@mallhive/release-runtime/pointer'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { readRelease } from '@mallhive/release-runtime/read-release'
import type { SigningStore } from '@mallhive/release-runtime/trust/trusted-store'

/** Percentages of shoppers at each step; the last is everybody. */
export const defaultSteps = [1, 10, 50, 100]

export interface StartRequest {
  name: string
  version: string
  by: string
  why?: string
  /** The gate's refusals that were overridden. */
  overrode?: string[]
  steps?: number[]
}

/**
 * Makes a published version the canary at the first step; `advanceRollout` continues from there. Repeating it changes
 * nothing: a running rollout goes on.
 * @throws ReleaseError NOT_PUBLISHED, NOTHING_LIVE, INVALID, LOST_RACE
 */
export async function startRollout(
  signing: SigningStore,
  { name, version, by, why, overrode, steps = defaultSteps }: StartRequest,
  now: Date = new Date(),
): Promise<{ pointer: Pointer; moved: boolean }> {
  await readRelease(signing, name, version)
  return movePointer(signing, name, { by, why, overrode }, (live) => {
    if (!live || live.retired)
      throw new ReleaseError('NOTHING_LIVE', `no version of ${name} is live: promote a version to all first`)
    if (live.stable === version)
      throw new ReleaseError('INVALID', `${name} ${version} is live for all already`)
    if (live.rollout && live.canary?.version === version) return undefined
    if (live.rollout)
      throw new ReleaseError(
        'INVALID',
        `${name} ${live.canary?.version} is being rolled out: wait for it, or mall rollback ${name}`,
      )
    const rollout = { steps, step: 0, since: now.toISOString() }
    return { action: 'auto', stable: live.stable, canary: { version, percent: steps[0] ?? 100 }, rollout }
  })
}
