import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { unlessLocked } from './lock.ts'
import { wipeState } from './wipe-state.ts'

/** Returns the temporary name of a seed while it is made, under the lock of that name. */
export const making = (seed: string): string => `${seed}.making`
export const lockOf = (seed: string): string => `${seed}.lock`

/**
 * Removes earlier versions of this kind of seed, and unfinished seeds of any kind whose process has died. Seeds that are
 * being made stay.
 */
export async function clearSeeds(kept: string): Promise<void> {
  const [hash = '', kind] = basename(kept).split('-')
  const folder = dirname(kept)
  for (const name of readdirSync(folder)) {
    if (name.endsWith(`-${kind}`) && !name.startsWith(hash))
      rmSync(join(folder, name), { recursive: true, force: true })
    if (name.endsWith(making(''))) {
      const seed = join(folder, basename(name, making('')))
      // oxlint-disable-next-line no-await-in-loop -- one folder after the other
      await unlessLocked(lockOf(seed), () => wipeState(making(seed)))
    }
  }
}
