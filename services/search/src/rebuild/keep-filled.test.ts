import { logger } from '@mallhive/process-kit/telemetry'
import { expect, test } from 'vitest'
import type { EngineName } from '../index/open-index.ts'
import { madeBy } from './code-hash.ts'
import { keepFilled } from './keep-filled.ts'
import type { Rebuild } from './rebuilder.ts'

const log = logger('keep-filled')
log.level = 'silent'

/** Returns a rebuilder of each release; their rebuilds, which succeed at once, are in one list. */
function rebuilders() {
  const list: Rebuild[] = []
  const open = (engine: EngineName) => ({
    last: async () => list.at(-1),
    lastGood: async (by?: string) => list.findLast((each) => by === undefined || each.madeBy === by),
    async start() {
      const id = String(list.length)
      const rebuild = { id, madeBy: madeBy(engine) } as Rebuild
      list.push(rebuild)
      return rebuild
    },
    [Symbol.asyncDispose]: async () => {},
  })
  return { list, open }
}

test('of two releases side by side each makes the index once', async () => {
  const { list, open } = rebuilders()
  const checks = { postgres: 0, opensearch: 0 }
  const keep = (engine: EngineName) =>
    keepFilled(
      { engine, rebuilder: open(engine), log, isFilled: async () => ++checks[engine] > 0 },
      { checkEveryMs: 1 },
    )
  await using stack = new AsyncDisposableStack()
  stack.use(keep('postgres'))
  stack.use(keep('opensearch'))
  await expect
    .poll(() => Math.min(checks.postgres, checks.opensearch), { timeout: 10_000 })
    .toBeGreaterThan(20)
  expect(list.map((rebuild) => rebuild.madeBy).toSorted()).toEqual([madeBy('opensearch'), madeBy('postgres')])
})

test('a release that comes back makes the index anew', async () => {
  const { list, open } = rebuilders()
  const [before, back] = [open('postgres'), open('opensearch')]
  await before.start()
  await back.start()
  let checks = 0
  await using _ = keepFilled(
    { engine: 'postgres', rebuilder: before, log, isFilled: async () => ++checks > 0 },
    { checkEveryMs: 1 },
  )
  await expect.poll(() => checks, { timeout: 10_000 }).toBeGreaterThan(2)
  expect(list).toHaveLength(3)
})

test('an index that is lost is made anew, as long as it is', async () => {
  const { list, open } = rebuilders()
  const rebuilder = open('postgres')
  await rebuilder.start()
  await using _ = keepFilled(
    { engine: 'postgres', rebuilder, log, isFilled: async () => list.length > 2 },
    { checkEveryMs: 1 },
  )
  await expect.poll(() => list.length, { timeout: 10_000 }).toBe(3)
})
