import { expect, test } from 'vitest'
import type { Counts } from './counts.ts'
import { rememberCounts } from './remembered-counts.ts'

/** Counts that end by a call, and what was begun. */
function counting() {
  const begun: PromiseWithResolvers<Counts>[] = []
  const read = () => {
    const count = Promise.withResolvers<Counts>()
    begun.push(count)
    return count.promise
  }
  return { begun, read }
}

const counts = (total: number): Counts => ({
  total,
  counts: [],
  lowestMinor: 0,
  highestMinor: 0,
  buckets: [],
  hasSales: false,
})
const begins = (begun: unknown[], number: number) => expect.poll(() => begun.length).toBe(number)

test('a list that has not changed is counted once', async () => {
  const { begun, read } = counting()
  const known = rememberCounts()
  const [one, other] = [known.of('mugs', '1', read), known.of('mugs', '1', read)]
  await begins(begun, 1)
  begun[0]!.resolve(counts(3))
  expect([await one, await other, await known.of('mugs', '1', read)]).toEqual([3, 3, 3].map(counts))
  expect(begun).toHaveLength(1)
})

test('under changes one count of a list runs at a time, and none is older than its question', async () => {
  const { begun, read } = counting()
  const known = rememberCounts()
  const first = known.of('mugs', '1', read)
  await begins(begun, 1)
  const later = ['2', '3', '4'].map((changes) => known.of('mugs', changes, read))
  const other = known.of('lamps', '1', read)
  await begins(begun, 2)
  begun[1]!.resolve(counts(9))
  expect(await other).toEqual(counts(9))
  expect(begun).toHaveLength(2)
  begun[0]!.resolve(counts(1))
  expect(await first).toEqual(counts(1))
  await begins(begun, 3)
  begun[2]!.resolve(counts(4))
  expect(await Promise.all(later)).toEqual([4, 4, 4].map(counts))
  expect(await known.of('mugs', '4', read)).toEqual(counts(4))
  expect(begun).toHaveLength(3)
})

test('a count that fails is asked for again, and stops none behind it', async () => {
  const { begun, read } = counting()
  const known = rememberCounts()
  const first = known.of('mugs', '1', read)
  await begins(begun, 1)
  const second = known.of('mugs', '2', read)
  begun[0]!.reject(new Error('the database is gone'))
  await expect(first).rejects.toThrow('gone')
  await begins(begun, 2)
  begun[1]!.reject(new Error('still gone'))
  await expect(second).rejects.toThrow('still gone')
  const third = known.of('mugs', '2', read)
  await begins(begun, 3)
  begun[2]!.resolve(counts(2))
  expect(await third).toEqual(counts(2))
})
