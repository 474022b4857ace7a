import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

/**
 * Returns the user and system CPU time of the processes in ms, including that of their ended children: Postgres ends the
 * processes of idle connections. Linux only (/proc).
 */
export function cpuMsOf(pids: number[]): number {
  const ticks = pids.map((pid) => {
    // The command's name is in parentheses and may contain spaces; the other fields follow it.
    const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  })
  return (ticks.reduce((sum, tick) => sum + tick, 0) * 1000) / ticksPerSecond
}

/** Returns the CPU time in ms that all processes of the machine have used, and that other guests of its host took from it. */
export function machineCpuMs(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] =
    /^cpu +(.*)/.exec(read('/proc/stat'))?.[1]?.split(' ').map(Number) ?? []
  return ((user + nice + system + irq + softirq + steal) * 1000) / ticksPerSecond
}

/** Returns the ids of a process and of all its descendants; Postgres serves each connection in a child process. */
export function withChildren(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return [pid, ...children.flatMap((child) => withChildren(Number(child)))]
}

/** Returns an empty text for a process that has just ended; the kernel has added its CPU time to its parent's. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
