import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { identityOf } from './process-identity.ts'

type Entry = { name: string; pid: number; identity: string }

const fileIn = (stateDir: string) => join(stateDir, 'run.json')

/** Records the processes that run on this state, so that the next start can end orphans after kill -9. */
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
 * Ends the recorded processes of a killed mall. A process is ended only if its start time is the recorded one, because ids
 * are reused.
 * @throws Error when another supervisor still runs on this state
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

/** Returns the process id of the mall that runs on this state. */
export function launcherOf(stateDir: string): number | undefined {
  const supervisor = recorded(stateDir).find(({ name }) => name === 'supervisor')
  return supervisor && identityOf(supervisor.pid) === supervisor.identity ? supervisor.pid : undefined
}

function recorded(stateDir: string): Entry[] {
  const file = fileIn(stateDir)
  if (!existsSync(file)) return []
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Half written because of a power cut, which no process survived.
    return []
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // The process has ended meanwhile.
  }
}
