import { isWithdrawn, movePointer } from './pointer.ts'
import type { Pointer, PointerChange } from './pointer.ts'
import { ReleaseError } from './release-error.ts'
import type { SigningStore } from './trust/trusted-store.ts'

export interface RollbackRequest {
  name: string
  by: string
  why?: string
}

/**
 * Undoes the last promotion: a canary ends; without one, the newest earlier stable version that was not withdrawn
 * returns. Repeated rollbacks walk further back, never forward again.
 * @throws ReleaseError NOTHING_LIVE, LOST_RACE
 */
export async function rollback(signing: SigningStore, { name, by, why }: RollbackRequest): Promise<Pointer> {
  const { pointer } = await movePointer(signing, name, { by, why }, (now) => {
    if (!now) throw new ReleaseError('NOTHING_LIVE', `no version of ${name} is live`)
    const returns = now.retired || now.canary
    // The last live version returns, unless it was withdrawn after the retirement.
    if (returns && !isWithdrawn(now, now.stable)) return { action: 'rollback', stable: now.stable }
    const stable = predecessor(now)
    if (!stable) throw new ReleaseError('NOTHING_LIVE', `${name} ${now.stable} has no version before it`)
    return { action: 'rollback', stable }
  })
  return pointer
}

/** Returns the version that a rollback of the stable one restores. */
export function predecessor(pointer: Pick<Pointer, 'stable' | 'history' | 'withdrawn'>): string | undefined {
  const before = stableVersions(pointer.history).slice(0, -1)
  return before.findLast((version) => version !== pointer.stable && !isWithdrawn(pointer, version))
}

/** Returns the stable versions as a stack, oldest first: a promotion pushes, a rollback or a withdrawal pops. */
export function stableVersions(history: PointerChange[]): string[] {
  const stack: string[] = []
  for (const { action, stable } of history.toReversed()) {
    if (stack.at(-1) === stable) continue
    const isBack = action === 'rollback' || action === 'withdraw'
    if (isBack && stack.includes(stable)) stack.length = stack.lastIndexOf(stable) + 1
    else stack.push(stable)
  }
  return stack
}
