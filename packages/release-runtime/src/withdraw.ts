import { descriptorKey } from './keys.ts'
import { isWithdrawn, movePointer } from './pointer.ts'
import type { NextLive, Pointer } from './pointer.ts'
import { ReleaseError } from './release-error.ts'
import { predecessor } from './rollback.ts'
import type { SigningStore } from './trust/trusted-store.ts'

export interface WithdrawRequest {
  name: string
  version: string
  by: string
  /** For the history, the console and `mall status`. */
  reason: string
  /** Lets a live version be withdrawn: the stable one before it returns, or a canary ends. */
  rollback?: boolean
}

/**
 * Marks a version as one that must not run any more, in one signed pointer write. Hosts follow within a poll: no pin, document
 * or call names it, `promote` and `rollback` refuse it, documents that hold it load anew. Nothing takes it back; repeating it
 * changes nothing (`moved: false`).
 * @throws ReleaseError NOT_PUBLISHED, NOTHING_LIVE, LOST_RACE, INVALID for a live version without `rollback`
 */
export async function withdraw(
  signing: SigningStore,
  { name, version, by, reason, rollback = false }: WithdrawRequest,
): Promise<{ pointer: Pointer; moved: boolean }> {
  if (!(await signing.store.read(descriptorKey(name, version))))
    throw new ReleaseError('NOT_PUBLISHED', `${name} ${version} is not published`)
  return movePointer(signing, name, { by, why: reason }, (now) => {
    // A micro frontend of which nothing was ever live gets a pointer that says so.
    if (!now) return { action: 'withdraw', withdrew: version, stable: version, retired: true }
    if (isWithdrawn(now, version)) return undefined
    return { action: 'withdraw', withdrew: version, ...liveWithout(now, version, rollback) }
  })
}

/** What is live once a version is withdrawn. */
function liveWithout(
  now: Pointer,
  version: string,
  rollback: boolean,
): Pick<NextLive, 'stable' | 'canary' | 'rollout' | 'retired'> {
  const { name, stable, canary, rollout, retired } = now
  if (retired) return { stable, retired }
  if (version !== stable && version !== canary?.version) return { stable, canary, rollout }
  if (!rollback)
    throw new ReleaseError(
      'INVALID',
      `${name} ${version} is live: promote another version first, or withdraw it with --rollback`,
    )
  if (version !== stable) return { stable }
  const before = predecessor(now)
  if (before) return { stable: before }
  throw new ReleaseError('NOTHING_LIVE', `${name} ${version} has no version before it: promote another first`)
}
