import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Mall, openMall } from '../src/mall/open-mall.ts'
import { wipeState } from '../src/mall/wipe-state.ts'
import { withChildren } from './cpu.ts'

export type BenchEnvironment = Mall & {
  /** Processes of the named parts, with their children. Asked anew each time: Postgres makes one per connection. */
  pids: (...parts: string[]) => number[]
}

/** Runs a bench against a mall of its own, which is gone afterwards. Durability is off: numbers are of work, not of disks. */
export async function withBenchEnvironment<T>(bench: (mall: BenchEnvironment) => Promise<T>): Promise<T> {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-bench-'))
  // Postgres runs as somebody else when the mall is opened by root.
  chmodSync(stateDir, 0o755)
  // All the load comes from one address.
  const mall = await openMall({ stateDir, durable: false, env: { RATE_LIMIT_SCALE: '0' } })
  try {
    return await bench({ ...mall, pids: (...parts) => pidsOf(stateDir, parts) })
  } finally {
    await mall.stop()
    wipeState(stateDir)
  }
}

function pidsOf(stateDir: string, parts: string[]): number[] {
  const running: { name: string; pid: number }[] = JSON.parse(
    readFileSync(join(stateDir, 'run.json'), 'utf8'),
  )
  return running.filter(({ name }) => parts.includes(name)).flatMap(({ pid }) => withChildren(pid))
}
