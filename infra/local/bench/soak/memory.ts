import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { withChildren } from '../cpu.ts'
import { heapMbOf } from '../swap/heap.ts'

export type Memory = {
  /** JavaScript heap of the parts after a full garbage collection. */
  heapMb: number
  /** Resident memory of the parts. */
  rssMb: number
  /** Proportional set size of all processes of the mall, in which shared pages count once. */
  pssMb: number
  /** Releases whose BFF bundle has a process (`cart@1.5.0`). */
  bundles: string[]
}

/** Returns heap and resident memory of the named parts, and proportional memory of the whole mall. Linux only (/proc). */
export async function memoryOf(stateDir: string, names: string[]): Promise<Memory> {
  const running: { name: string; pid: number }[] = JSON.parse(
    readFileSync(join(stateDir, 'run.json'), 'utf8'),
  )
  const parts = running.filter(({ name }) => names.includes(name))
  const heaps = await Promise.all(parts.map(({ name }) => heapMbOf(join(stateDir, 'logs', `${name}.log`))))
  const pids = [...new Set(running.flatMap(({ pid }) => withChildren(pid)))]
  return {
    heapMb: sum(heaps),
    rssMb: sum(parts.map(({ pid }) => rssMbOf(pid))),
    pssMb: sum(pids.map(pssMbOf)),
    bundles: pids.flatMap(bundleOf),
  }
}

function rssMbOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1000
}

function pssMbOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
  return (Number(kilobytes ?? 0) * 1024) / 1e6
}

/** Returns the release of a bundle's process, which is its last argument. */
function bundleOf(pid: number): string[] {
  const args = read(`/proc/${pid}/cmdline`).split('\0').filter(Boolean)
  return args.some((arg) => arg.endsWith('bundle/child/program.mjs')) ? args.slice(-1) : []
}

/** Returns an empty text for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 10) / 10
