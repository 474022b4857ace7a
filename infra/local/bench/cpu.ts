import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

/**
 * CPU time that processes have used so far, user and system, in ms, with that of their children that have ended: Postgres
 * closes idle connections. Linux only (/proc).
 */
export function cpuMsOf(pids: number[]): number {
  const ticks = pids.map((pid) => {
    // The command's name is in parentheses and may hold spaces; the fields that count come after it.
    const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  })
  return (ticks.reduce((sum, tick) => sum + tick, 0) * 1000) / ticksPerSecond
}

/** A process and everything below it; Postgres serves each connection in a child of its own. */
export function withChildren(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return [pid, ...children.flatMap((child) => withChildren(Number(child)))]
}

/** Nothing of a process that has just ended: its parent has what it used. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
