import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'

export interface Usage {
  /** Resident memory; buffers count. */
  rssBytes: number
  /** User and system time since the start. */
  cpuMs: number
  /** Time that the main thread was runnable but not scheduled; 0 where the kernel does not report it. */
  waitedMs: number
}

/** Reads the usage of processes by pid. Ended processes are left out. */
export type ReadUsage = (pids: number[]) => Promise<Map<number, Usage>>

const msPerTick = 10 // USER_HZ is 100 on every platform that Node supports

/** Reads /proc, at about 30 µs per process. */
const fromProc: ReadUsage = async (pids) => {
  const found = new Map<number, Usage>()
  for (const pid of pids) {
    try {
      const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
      // The command's name is in parentheses and may hold spaces.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      const ticks = Number(fields[11]) + Number(fields[12])
      found.set(pid, { rssBytes: pages * pageBytes(), cpuMs: ticks * msPerTick, waitedMs: waitedMs(pid) })
    } catch {
      // The process has ended.
    }
  }
  return found
}

/** https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat */
function waitedMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}

let knownPageBytes: number | undefined

function pageBytes(): number {
  if (knownPageBytes !== undefined) return knownPageBytes
  const kilobytes = /KernelPageSize:\s+(\d+) kB/.exec(readFileSync('/proc/self/smaps', 'utf8'))?.[1]
  return (knownPageBytes = Number(kilobytes ?? 4) * 1024)
}

/** Runs `ps` on platforms without /proc, such as macOS. */
const fromPs: ReadUsage = async (pids) => {
  if (pids.length === 0) return new Map()
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,rss=,time=', '-p', pids.join()]).catch(
    () => ({ stdout: '' }),
  )
  const rows = stdout.trim().split('\n').filter(Boolean)
  return new Map(
    rows.map((row) => {
      const [pid, kilobytes, time = ''] = row.trim().split(/\s+/)
      const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
      return [Number(pid), { rssBytes: Number(kilobytes) * 1024, cpuMs: seconds * 1000, waitedMs: 0 }]
    }),
  )
}

/** The platform's way to read usage, and the interval. `ps` costs a process per reading, so it runs less often. */
export const usage: { read: ReadUsage; everyMs: number } =
  process.platform === 'linux' ? { read: fromProc, everyMs: 100 } : { read: fromPs, everyMs: 2000 }
