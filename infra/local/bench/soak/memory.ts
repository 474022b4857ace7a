import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { heapMbOf } from '../swap/heap.ts'

/** What some parts of a mall hold together, after a full garbage collection: JavaScript objects, and memory in all. */
export async function memoryOf(
  stateDir: string,
  names: string[],
): Promise<{ heapMb: number; rssMb: number }> {
  const running: { name: string; pid: number }[] = JSON.parse(
    readFileSync(join(stateDir, 'run.json'), 'utf8'),
  )
  const parts = running.filter(({ name }) => names.includes(name))
  const heaps = await Promise.all(parts.map(({ name }) => heapMbOf(join(stateDir, 'logs', `${name}.log`))))
  return { heapMb: sum(heaps), rssMb: sum(parts.map(({ pid }) => rssMbOf(pid))) }
}

function rssMbOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1000
}

const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 10) / 10
