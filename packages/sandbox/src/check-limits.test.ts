import { expect, test } from 'vitest'
import type { FaultKind } from './bundle-fault.ts'
import { limitChecker } from './check-limits.ts'

/** Reads the usage of a process twice, five seconds apart, in which it answered one call; returns its faults. */
function faultsAfter(used: { cpuMs: number; waitedMs: number }): FaultKind[] {
  const faults: FaultKind[] = []
  let answered = 0
  const bundle = {
    busy: () => false,
    ping: () => Promise.resolve(),
    answered: () => answered,
    fail: (kind: FaultKind) => void faults.push(kind),
  }
  const check = limitChecker(bundle, { mostBytes: 1e9, cpuMsPerCall: 100 })
  check({ cpuMs: 0, waitedMs: 0, rssBytes: 0 }, 0)
  answered = 1
  check({ ...used, rssBytes: 0 }, 5000)
  return faults
}

test('a process that waits for a busy machine’s CPU and gets little of it is not ended', () => {
  expect(faultsAfter({ cpuMs: 900, waitedMs: 4000 })).toEqual([])
})

test('a process that uses or wants half of the time, and has used a fifth of it for one call, is ended', () => {
  expect(faultsAfter({ cpuMs: 1100, waitedMs: 1500 })).toEqual(['CPU'])
  expect(faultsAfter({ cpuMs: 4000, waitedMs: 0 })).toEqual(['CPU'])
})
