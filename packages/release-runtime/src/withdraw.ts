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
  /** Allows withdrawing a live version: the stable version before it returns, or the canary ends. */
  rollback?: boolean
}

/**
 * Marks a version as withdrawn in one signed pointer write. Hosts follow within one poll: pins, documents and calls
 * that name it are refused, `promote` and `rollback` refuse it, open documents of it reload. Irreversible; repeating it
 * changes nothing (`moved: false`).
 * @throws ReleaseError NOT_PUBLISHED, NOTHING_LIVE, LOST_RACE; INVALID for a live version without `rollback`
 */
export async function withdraw(
  signing: SigningStore,
  { name, version, by, reason, rollback = false }: WithdrawRequest,
): Promise<{ pointer: Pointer; moved: boolean }> {
  if (!(await signing.store.read(descriptorKey(name, version))))
    throw new ReleaseError('NOT_PUBLISHED', `${name} ${version} is not published`)
  return movePointer(signing, name, { by, why: reason }, (now) => {
    // A micro frontend that never had a live version gets a retired pointer.
    if (!now) return { action: 'withdraw', withdrew: version, stable: version, retired: true }
    if (isWithdrawn(now, version)) return undefined
    return { action: 'withdraw', withdrew: version, ...liveWithout(now, version, rollback) }
  })
}

/** Returns the pointer's versions without the withdrawn one. */
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
