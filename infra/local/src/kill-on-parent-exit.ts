import { type ChildProcess, spawn } from 'node:child_process'

// A shell that waits on a pipe only this process holds: when we are gone, however we went, it ends our parts.
// Postgres and Redis cannot notice a dead parent themselves, and no signal handler runs on kill -9.
const script =
  'while read -r line; do pids=$line; done; [ -n "$pids" ] || exit 0; kill -s TERM -- $pids; sleep 8; kill -s KILL -- $pids'

const tethered = new Set<number>()
let watcher: ChildProcess | undefined

/** Ends the process group with this id when the current process ends. */
export function killOnParentExit(pid: number): void {
  tethered.add(pid)
  tell()
}

/** Forgets a process that has ended, so that its id may safely belong to someone else. */
export function forgetProcess(pid: number): void {
  if (tethered.delete(pid)) tell()
}

function tell(): void {
  watcher ??= open()
  // Each leads a process group of its own: what it started goes with it.
  watcher.stdin?.write(`${[...tethered].map((pid) => -pid).join(' ')}\n`)
}

function open(): ChildProcess {
  const child = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  child.unref()
  // A pipe keeps the event loop alive unless it is told not to.
  if (child.stdin && 'unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  child.stdin?.on('error', () => {})
  return child
}
