import { movePointer } from './pointer.ts'
import type { Pointer } from './pointer.ts'
import { ReleaseError } from './release-error.ts'
import type { SigningStore } from './trust/trusted-store.ts'

export interface RetireRequest {
  name: string
  by: string
  why?: string
  /** The gate's refusals that were overridden. */
  overrode?: string[]
}

/**
 * Takes a micro frontend out of the mall. Its pointer and history stay; `rollback` and `promote` bring it back.
 * @throws ReleaseError NOTHING_LIVE, LOST_RACE
 */
export async function retire(signing: SigningStore, { name, ...mover }: RetireRequest): Promise<Pointer> {
  const { pointer } = await movePointer(signing, name, mover, (now) => {
    if (!now || now.retired) throw new ReleaseError('NOTHING_LIVE', `no version of ${name} is live`)
    return { action: 'retire', stable: now.stable, retired: true }
  })
  return pointer
}
