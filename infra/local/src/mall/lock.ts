import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { identityOf } from './process-identity.ts'

/** Runs `work` under a lock that one process of this machine holds at a time; a dead holder's lock does not count. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true })
  while (!take(path)) await sleep(200)
  return hold(path, work)
}

/** Runs `work` under the lock, or not at all when another process holds it. */
export async function unlessLocked(path: string, work: () => void): Promise<void> {
  if (take(path)) await hold(path, work)
}

async function hold<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid} ${identityOf(process.pid)}`, { flag: 'wx' })
    return true
  } catch {
    if (!isAbandoned(path)) return false
    rmSync(path, { force: true })
    return take(path)
  }
}

function isAbandoned(path: string): boolean {
  try {
    const [pid, identity] = readFileSync(path, 'utf8').split(' ')
    return identity !== undefined && identityOf(Number(pid)) !== identity
  } catch {
    return false
  }
}
