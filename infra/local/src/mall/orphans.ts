import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { identityOf } from './process-identity.ts'

type Entry = { name: string; pid: number; identity: string }

const fileIn = (stateDir: string) => join(stateDir, 'run.json')

/** Notes who runs on this state, so that a start after kill -9 can clear up. */
export function noteRunning(stateDir: string, parts: { name: string; pid: number }[]): void {
  mkdirSync(stateDir, { recursive: true })
  const entries: Entry[] = [{ name: 'supervisor', pid: process.pid }, ...parts].flatMap(({ name, pid }) => {
    const identity = identityOf(pid)
    return identity ? { name, pid, identity } : []
  })
  writeFileSync(fileIn(stateDir), JSON.stringify(entries, null, 1))
}

export function noteStopped(stateDir: string): void {
  rmSync(fileIn(stateDir), { force: true })
}

/**
 * Ends what a killed mall left behind on this state, and nothing else: a process counts only if it began when ours did.
 * @throws Error when another supervisor is alive and well on it
 */
export async function endOrphans(stateDir: string): Promise<void> {
  const alive = recorded(stateDir).filter(({ pid, identity }) => identityOf(pid) === identity)
  const supervisor = alive.find(({ name }) => name === 'supervisor')
  if (supervisor && supervisor.pid !== process.pid) {
    throw new Error(`MallHive is already open on ${stateDir} (pid ${supervisor.pid}). Stop that one first.`)
  }
  const parts = alive.filter(({ name }) => name !== 'supervisor')
  for (const { pid } of parts) signal(pid, 'SIGTERM')
  const deadline = Date.now() + 4000
  while (parts.some(({ pid, identity }) => identityOf(pid) === identity)) {
    if (Date.now() > deadline) for (const { pid } of parts) signal(pid, 'SIGKILL')
    await sleep(50)
  }
  noteStopped(stateDir)
}

function recorded(stateDir: string): Entry[] {
  const file = fileIn(stateDir)
  if (!existsSync(file)) return []
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Half written when the power went: then nobody is left either.
    return []
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It went by itself.
  }
}
