import { readPointer } from './pointer.ts'
import type { PointerChange } from './pointer.ts'
import { ReleaseError } from './release-error.ts'
import type { TrustedStore } from './trust/trusted-store.ts'

/** Returns the changes to a micro frontend's live version, newest first. @throws ReleaseError NOTHING_LIVE */
export async function history(store: TrustedStore, name: string): Promise<PointerChange[]> {
  const pointer = await readPointer(store, name)
  if (!pointer) throw new ReleaseError('NOTHING_LIVE', `no version of ${name} was ever live`)
  return pointer.history
}
