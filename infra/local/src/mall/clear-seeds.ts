import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { unlessLocked } from './lock.ts'
import { wipeState } from './wipe-state.ts'

/** What a seed is called while it is made, under the lock of its name. */
export const making = (seed: string): string => `${seed}.making`
export const lockOf = (seed: string): string => `${seed}.lock`

/**
 * Keeps one seed of its kind: those of earlier versions are of no more use. Of any kind, what a start left that died while
 * it made a seed goes too, and what a living one makes stays.
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
