import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { realpathSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const own = (path: string) => realpathSync(fileURLToPath(new URL(path, import.meta.url)))
const program = own('child/start.mjs')
const protobufFolder = new URL('.', import.meta.resolve('@bufbuild/protobuf'))
/** The program's own modules. It gives this up before the bundle runs. */
const readable = [
  own('child'),
  own('frames.mjs'),
  realpathSync(fileURLToPath(new URL('../..', protobufFolder))),
]

export type SpawnedBundle = ChildProcessByStdio<Writable, Readable, Readable>

/**
 * Starts the process of a bundle: no environment, nothing of this process but three pipes, and no permission except to read the
 * modules of its own program. `title` is what process lists show.
 */
export function spawnBundle(title: string, mostBytes: number): SpawnedBundle {
  const permissions = ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`)]
  const heapMb = Math.round(mostBytes / 2 / 1e6)
  const memory = [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=2']
  const args = [...permissions, ...memory, '--no-warnings', program, protobufFolder.href, title]
  const child = spawn(process.execPath, args, { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'pipe'] })
  if (child.pid !== undefined) yieldToOthers(child.pid)
  return child
}

/** The host and the services come first: for the CPU, and when the machine runs out of memory (Linux). */
function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, 5)
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/oom_score_adj`, '500')
  } catch {
    // Not allowed here, or the process has ended already, which its exit will tell.
  }
}
