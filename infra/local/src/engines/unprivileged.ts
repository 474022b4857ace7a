import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { privateDir } from '../private-dir.ts'

const unprivilegedId = 65534

/** Returns the user id for servers that refuse to run as root: the unprivileged one when this process is root. */
export function unprivileged(): number | undefined {
  return process.getuid?.() === 0 ? unprivilegedId : undefined
}

/**
 * Returns `preferred` if the unprivileged user can reach it, else a folder below /var/tmp that is derived from the path and
 * survives a reboot. The folder is created and owned by that user unless it is given as an existing `probe`.
 */
export function reachableDir(dir: string, probe?: string): string {
  const uid = unprivileged()
  if (uid === undefined) return ensure(dir)
  if (isReachable(probe ?? dirname(dir))) return probe ?? ensure(dir, uid)
  const key = createHash('sha256').update(dir).digest('hex').slice(0, 12)
  return ensure(join('/var/tmp', `mallhive-${key}`), uid)
}

function ensure(dir: string, owner?: number): string {
  privateDir(dir)
  if (owner !== undefined) chownSync(dir, owner, owner)
  return dir
}

function isReachable(path: string): boolean {
  const parent = dirname(path)
  mkdirSync(path, { recursive: true })
  const open = (statSync(path).mode & 0o001) !== 0
  return open && (parent === path || isReachable(parent))
}
