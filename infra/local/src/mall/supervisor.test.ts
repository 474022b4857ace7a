import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { type Part, startChild } from '../child-process.ts'
import { openSupervisor, type Supervisor } from './supervisor.ts'

let dir: string
let supervisor: Supervisor
let lines: string[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mallhive-supervisor-'))
  lines = []
  supervisor = openSupervisor(dir, (line) => lines.push(line))
})
afterEach(async () => {
  await supervisor.stop()
  rmSync(dir, { recursive: true })
})

type Opened = { pid: () => number; kill: () => void }

/** Starts a part that runs until it is stopped, but fails to start while the file `broken` exists. */
async function openPart(
  options?: { expendable: boolean },
  name = 'orders',
  stage: 'engine' | 'service' = 'service',
  broken = 'broken',
): Promise<Opened> {
  let current: Part | undefined
  const script = `if (require('node:fs').existsSync('${broken}')) process.exit(1); setInterval(() => {}, 1000)`
  await supervisor.open(
    name,
    stage,
    async () => {
      const ready = async () => !existsSync(join(dir, broken))
      const logFile = join(dir, `${name}.log`)
      const child = {
        name,
        command: process.execPath,
        args: ['-e', script],
        cwd: dir,
        logFile,
        ready,
      }
      current = await startChild(child)
      return { part: current }
    },
    options,
  )
  const pid = () => current?.pid ?? 0
  return { pid, kill: () => void process.kill(pid(), 'SIGKILL') }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a part that ends is restarted, which is logged', async () => {
  const { pid, kill } = await openPart()
  const first = pid()
  kill()
  await expect.poll(() => lines).toHaveLength(2)
  expect(lines).toEqual([
    'orders ended by SIGKILL (1 of 5 within 60 s); restarting in 250 ms',
    'orders is running again',
  ])
  expect(pid()).not.toBe(first)
  expect(isAlive(pid())).toBe(true)
})

test('restart pauses grow, and a part that ends five times within a minute ends the mall', async () => {
  const { kill } = await openPart()
  kill()
  await expect.poll(() => lines).toHaveLength(2)
  writeFileSync(join(dir, 'broken'), '')
  kill()
  const { name, message } = await supervisor.crashed
  expect(name).toBe('orders')
  expect(message).toContain('5 of 5 within 60 s')
  expect(lines.join('\n').match(/in \d+ ms/g)).toEqual(['in 250 ms', 'in 500 ms', 'in 1000 ms', 'in 2000 ms'])
})

test('an expendable part that keeps failing does not end the mall', async () => {
  const { pid, kill } = await openPart({ expendable: true })
  let crashed = false
  void supervisor.crashed.then(() => (crashed = true))
  kill()
  await expect.poll(() => lines).toHaveLength(2)
  writeFileSync(join(dir, 'broken'), '')
  kill()
  await expect.poll(() => lines.at(-1), { timeout: 15_000 }).toContain('(6 within 60 s)')
  rmSync(join(dir, 'broken'))
  await expect.poll(() => lines.at(-1), { timeout: 15_000 }).toBe('orders is running again')
  expect([crashed, isAlive(pid())]).toEqual([false, true])
}, 40_000)

test('a part that was stopped by `kill` stays down until `restart`', async () => {
  const { pid } = await openPart()
  const first = pid()
  await supervisor.kill('orders')
  expect(isAlive(first)).toBe(false)
  await supervisor.restart('orders')
  expect(isAlive(pid())).toBe(true)
  expect(pid()).not.toBe(first)
  expect(lines).toEqual([])
})

test('a part that fails while an engine is down waits for the engine, and the mall goes on', async () => {
  const redis = await openPart(undefined, 'redis', 'engine', 'no-redis')
  const orders = await openPart(undefined, 'orders', 'service', 'no-redis')
  let crashed = false
  void supervisor.crashed.then(() => (crashed = true))
  await supervisor.kill('redis')
  writeFileSync(join(dir, 'no-redis'), '')
  orders.kill()
  const failures = () => lines.filter((line) => line.includes('while an engine is down')).length
  await expect.poll(failures, { timeout: 15_000 }).toBeGreaterThan(5)
  rmSync(join(dir, 'no-redis'))
  await supervisor.restart('redis')
  await expect.poll(() => lines.at(-1), { timeout: 15_000 }).toBe('orders is running again')
  expect([crashed, isAlive(redis.pid()), isAlive(orders.pid())]).toEqual([false, true, true])
}, 40_000)

test('a part that does not start when it is restarted is tried again', async () => {
  const { pid } = await openPart()
  writeFileSync(join(dir, 'broken'), '')
  await expect(supervisor.restart('orders')).rejects.toThrow('while starting')
  await expect.poll(() => lines).toHaveLength(1)
  rmSync(join(dir, 'broken'))
  await expect.poll(() => lines.at(-1), { timeout: 15_000 }).toBe('orders is running again')
  expect(isAlive(pid())).toBe(true)
}, 40_000)

test('stopping during a pause starts no part and leaves no process', async () => {
  const { pid, kill } = await openPart()
  kill()
  await expect.poll(() => lines).toHaveLength(1)
  await supervisor.stop()
  expect(isAlive(pid())).toBe(false)
  expect(lines).toHaveLength(1)
  expect(existsSync(join(dir, 'run.json'))).toBe(false)
})
