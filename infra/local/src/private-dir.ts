import { chmodSync, mkdirSync } from 'node:fs'

/** Creates a folder, if it is missing, that only its owner can enter. A folder of an older state is closed as well. */
export function privateDir(dir: string): string {
  mkdirSync(dir, { recursive: true })
  chmodSync(dir, 0o700)
  return dir
}
