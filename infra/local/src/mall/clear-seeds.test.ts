import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { clearSeeds } from './clear-seeds.ts'
import { withLock } from './lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'seeds-'))
const starts: ChildProcess[] = []
afterAll(() => {
  for (const start of starts) start.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** Starts a process that is in the middle of making a seed. */
async function startMaking(name: string): Promise<ChildProcess> {
  const code = `
    import { mkdirSync } from 'node:fs'
    import { withLock } from ${JSON.stringify(import.meta.resolve('./lock.ts'))}
    import { lockOf, making } from ${JSON.stringify(import.meta.resolve('./clear-seeds.ts'))}
    const seed = ${JSON.stringify(join(folder, name))}
    await withLock(lockOf(seed), async () => {
      mkdirSync(making(seed) + '/postgres', { recursive: true })
      console.log('making')
      await new Promise(() => setInterval(() => {}, 1000))
    })`
  const args = ['--input-type=module-typescript', '-e', code]
  const start = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  starts.push(start)
  await once(start.stdout, 'data')
  return start
}

test('a new seed removes older ones and leftovers of dead processes, but no seed that is being made', async () => {
  for (const name of ['aaa-all.making', 'bbb-all', 'bbb-500', 'ccc-all.making']) mkdirSync(join(folder, name))
  const [killed] = await Promise.all([startMaking('ddd-all'), startMaking('eee-all'), startMaking('eee-500')])
  killed.kill('SIGKILL')
  await once(killed, 'exit')

  const kept = join(folder, 'aaa-all')
  await withLock(`${kept}.lock`, () => clearSeeds(kept))
  expect(readdirSync(folder).toSorted()).toEqual([
    'aaa-all.making',
    'bbb-500',
    'eee-500.lock',
    'eee-500.making',
    'eee-all.lock',
    'eee-all.making',
  ])
})
