import { type ChildProcess, spawn } from 'node:child_process'

// A watchdog shell reads from a pipe that only this process holds open. When this process ends for any reason, the pipe closes
// and the shell kills the parts: Postgres and Redis do not notice a dead parent, and no signal handler runs on kill -9.
const script =
  'while read -r line; do pids=$line; done; [ -n "$pids" ] || exit 0; kill -s TERM -- $pids; sleep 8; kill -s KILL -- $pids'

const tethered = new Set<number>()
let watcher: ChildProcess | undefined

/** Ends the process group with this id when the current process ends. */
export function killOnParentExit(pid: number): void {
  tethered.add(pid)
  tell()
}

/** Unregisters an ended process, because its id may be reused by another one. */
export function forgetProcess(pid: number): void {
  if (tethered.delete(pid)) tell()
}

function tell(): void {
  watcher ??= open()
  // Each part leads its own process group, so its child processes are killed as well.
  watcher.stdin?.write(`${[...tethered].map((pid) => -pid).join(' ')}\n`)
}

function open(): ChildProcess {
  const child = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  child.unref()
  // An open pipe would keep the event loop alive.
  if (child.stdin && 'unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  child.stdin?.on('error', () => {})
  return child
}
