import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { realpathSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const own = (path: string) => realpathSync(fileURLToPath(new URL(path, import.meta.url)))
const program = own('child/start.mjs')
const protobufFolder = new URL('.', import.meta.resolve('@bufbuild/protobuf'))
/** The program's own modules. The process drops this permission before the bundle runs. */
const readable = [
  own('child'),
  own('frames.mjs'),
  realpathSync(fileURLToPath(new URL('../..', protobufFolder))),
]

export type SpawnedBundle = ChildProcessByStdio<Writable, Readable, Readable>

/**
 * Starts a bundle's process with an empty environment, three pipes as its only descriptors, and the permission to read only
 * its program's modules. @param title the name in process lists
 */
export function spawnBundle(title: string, mostBytes: number): SpawnedBundle {
  const permissions = ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`)]
  const heapMb = Math.round(mostBytes / 2 / 1e6)
  // Without parallel collection a bundle that allocates keeps one core busy at most.
  const memory = [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=8', '--single-threaded-gc']
  const args = [...permissions, ...memory, '--no-warnings', program, protobufFolder.href, title]
  const child = spawn(process.execPath, args, { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'pipe'] })
  if (child.pid !== undefined) yieldToOthers(child.pid)
  return child
}

/** Lowers the process's CPU priority below the host and the services, and makes it the first OOM victim (Linux). */
function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, 10)
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/oom_score_adj`, '500')
  } catch {
    // Not permitted here, or the process has already ended, which the exit handler reports.
  }
}
