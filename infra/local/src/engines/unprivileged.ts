import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const nobody = 65534

/** The user to run servers as that refuse to be root: nobody when we are root, else ourselves. */
export function unprivileged(): number | undefined {
  return process.getuid?.() === 0 ? nobody : undefined
}

/**
 * `preferred` if the unprivileged user can walk to it, else a stand-in under /var/tmp that stays the same for the
 * same path and survives a reboot. `dir` is created and owned by that user unless it is given as an existing `probe`.
 */
export function reachableDir(dir: string, probe?: string): string {
  const uid = unprivileged()
  if (uid === undefined) return ensure(dir)
  if (isReachable(probe ?? dirname(dir))) return probe ?? ensure(dir, uid)
  const key = createHash('sha256').update(dir).digest('hex').slice(0, 12)
  return ensure(join('/var/tmp', `mallhive-${key}`), uid)
}

function ensure(dir: string, owner?: number): string {
  mkdirSync(dir, { recursive: true, mode: 0o755 })
  if (owner !== undefined) chownSync(dir, owner, owner)
  return dir
}

function isReachable(path: string): boolean {
  const parent = dirname(path)
  mkdirSync(path, { recursive: true })
  const open = (statSync(path).mode & 0o001) !== 0
  return open && (parent === path || isReachable(parent))
}
