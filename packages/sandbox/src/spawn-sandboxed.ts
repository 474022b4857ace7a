import { spawn } from 'node:child_process'
import type { ChildProcess, ChildProcessByStdio } from 'node:child_process'
import { realpathSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'

const own = realpathSync(fileURLToPath(new URL('.', import.meta.url)))
const start = realpathSync(fileURLToPath(new URL('child/start.mjs', import.meta.url)))

export type SandboxedProcess = ChildProcessByStdio<Writable, Readable, Readable>

export interface SandboxedOptions {
  /** The file of the program, an ES module that exports `prepare`. */
  program: string
  /** What the program imports. The process drops this permission before code of a team runs. */
  readable: string[]
  args?: string[]
  /** The name in process lists. */
  title: string
  /** Resident memory that the process may use; half of it is the limit of its heap. */
  mostBytes: number
  /** How far its CPU priority is below that of the host: 1 to 19. */
  nice: number
  /** By how many percent its heap grows before all of it is collected; V8's own choice for a heap this small is about 30. */
  heapGrowthPercent?: number
  /** The descriptor of the file into which the process writes its marks. */
  markFile?: number
}

/**
 * Starts a process for code that is not trusted, the only way to do so: with an empty environment, three pipes and its mark
 * file as its only descriptors, and the permission to read only its program's modules.
 */
export function spawnSandboxed({
  program,
  readable,
  args = [],
  title,
  mostBytes,
  nice,
  heapGrowthPercent = 0,
  markFile,
}: SandboxedOptions): SandboxedProcess {
  const reads = [own, ...readable].map((path) => `--allow-fs-read=${realpathSync(path)}`)
  const heapMb = Math.round(mostBytes / 2 / 1e6)
  // Without parallel collection a process that allocates keeps one core busy at most.
  const memory = [
    `--max-old-space-size=${heapMb}`,
    '--max-semi-space-size=8',
    '--single-threaded-gc',
    `--heap-growing-percent=${heapGrowthPercent}`,
  ]
  const programUrl = pathToFileURL(realpathSync(program)).href
  const child = spawn(
    process.execPath,
    ['--permission', ...reads, ...memory, '--no-warnings', start, programUrl, ...args, title],
    { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'pipe', ...(markFile === undefined ? [] : [markFile])] },
  )
  if (!hasPipes(child)) throw new Error('a process has been started without its pipes')
  if (child.pid !== undefined) yieldToOthers(child.pid, nice)
  return child
}

/** Whether input, output and errors are pipes. */
export const hasPipes = (child: ChildProcess): child is SandboxedProcess =>
  child.stdin !== null && child.stdout !== null && child.stderr !== null

/** Lowers the process's CPU priority below the host and the services, and makes it the first OOM victim (Linux). */
function yieldToOthers(pid: number, nice: number): void {
  try {
    setPriority(pid, nice)
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/oom_score_adj`, '500')
  } catch {
    // Not permitted here, or the process has already ended, which the exit handler reports.
  }
}
