import { movePointer } from './pointer.ts'
import type { Pointer, PointerChange } from './pointer.ts'
import { ReleaseError } from './release-error.ts'
import type { SigningStore } from './trust/trusted-store.ts'

export interface RollbackRequest {
  name: string
  by: string
  why?: string
}

/**
 * Takes back the last step: a canary is withdrawn; without one, the stable version before this one returns. Repeated
 * rollbacks walk further back, never forward again. @throws ReleaseError NOTHING_LIVE, LOST_RACE
 */
export async function rollback(signing: SigningStore, { name, by, why }: RollbackRequest): Promise<Pointer> {
  const { pointer } = await movePointer(signing, name, { by, why }, (now) => {
    if (!now) throw new ReleaseError('NOTHING_LIVE', `nothing of ${name} is live`)
    // What was live when it was retired returns.
    if (now.retired || now.canary) return { action: 'rollback', stable: now.stable }
    const stable = stableVersions(now.history).at(-2)
    if (!stable) throw new ReleaseError('NOTHING_LIVE', `${name} ${now.stable} has no version before it`)
    return { action: 'rollback', stable }
  })
  return pointer
}

/** The stable versions as a stack, oldest first: a promotion pushes, a rollback pops. */
export function stableVersions(history: PointerChange[]): string[] {
  const stack: string[] = []
  for (const { action, stable } of history.toReversed()) {
    if (stack.at(-1) === stable) continue
    if (action === 'rollback' && stack.includes(stable)) stack.length = stack.lastIndexOf(stable) + 1
    else stack.push(stable)
  }
  return stack
}
