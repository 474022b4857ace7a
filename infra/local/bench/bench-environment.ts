import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Mall, type MallOptions, openMall } from '../src/mall/open-mall.ts'
import { wipeState } from '../src/mall/wipe-state.ts'
import { withChildren } from './cpu.ts'

export type BenchEnvironment = Mall & {
  /** Returns the current process ids of the named parts and of their children: Postgres forks one per connection. */
  pids: (...parts: string[]) => number[]
}

/**
 * Runs a bench against a temporary mall. Durability is off, so that the figures measure work and not disks.
 * @param options the engine of its search, whether services have a process each, and additional variables for its parts
 */
export async function withBenchEnvironment<T>(
  bench: (mall: BenchEnvironment) => Promise<T>,
  { search, processes, replicas, env }: Pick<MallOptions, 'search' | 'processes' | 'replicas' | 'env'> = {},
): Promise<T> {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-bench-'))
  // Started by root, Postgres runs as an unprivileged user, which must be able to enter this folder.
  chmodSync(stateDir, 0o755)
  // The whole load comes from one address, which rate limits would refuse.
  const mall = await openMall({
    stateDir,
    durable: false,
    search,
    processes,
    replicas,
    env: { RATE_LIMIT_SCALE: '0', ...env },
  })
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
