import { expect, onTestFinished, test, vi } from 'vitest'
import { openInFlight, openNestedInFlight } from './in-flight.ts'

test('a key’s concurrent calls are bounded and run in order of arrival', async () => {
  const inFlight = openInFlight({ atOnce: 8, waiting: 64, waitMs: 60_000 })
  const order: number[] = []
  const first = await inFlight.enter('a', 5)
  const second = inFlight.enter('a', 6).then((turn) => (order.push(2), turn))
  const third = inFlight.enter('a', 2).then((turn) => (order.push(3), turn))
  const other = await inFlight.enter('b', 8)
  expect([order, other]).toEqual([[], expect.anything()])
  first?.[Symbol.dispose]()
  const turns = [await second, await third]
  expect(order).toEqual([2, 3])
  for (const turn of turns) turn?.[Symbol.dispose]()
})

test('a batch longer than the limit runs alone', async () => {
  const inFlight = openInFlight({ atOnce: 8, waiting: 64, waitMs: 60_000 })
  const whole = await inFlight.enter('a', 10)
  let entered = false
  const next = inFlight.enter('a', 1).then((turn) => ((entered = true), turn))
  await Promise.resolve()
  expect(entered).toBe(false)
  whole?.[Symbol.dispose]()
  expect(await next).toBeDefined()
})

test('a request that waits too long or finds a full queue is refused, and those behind it proceed', async () => {
  const inFlight = openInFlight({ atOnce: 1, waiting: 2, waitMs: 20 })
  const running = await inFlight.enter('a', 1)
  const waiting = [inFlight.enter('a', 1), inFlight.enter('a', 1)]
  expect(await inFlight.enter('a', 1)).toBeUndefined()
  expect(await Promise.all(waiting)).toEqual([undefined, undefined])
  running?.[Symbol.dispose]()
  expect(await inFlight.enter('a', 1)).toBeDefined()
})

test('a member of a group has slots of its own within the group’s', async () => {
  const inFlight = openNestedInFlight({ each: 2, all: 3, waiting: 64, waitMs: 20 })
  const turns = await Promise.all(
    ['a', 'a', 'a', 'b', 'b'].map((member) => inFlight.enter('group', member, 1)),
  )
  expect(turns.map(Boolean)).toEqual([true, true, false, true, false])
  for (const turn of turns) turn?.[Symbol.dispose]()
  expect(await inFlight.enter('group', 'b', 2)).toBeDefined()
})

test('the waits for the member’s and the group’s slots take no longer together than one', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const inFlight = openNestedInFlight({ each: 1, all: 2, waiting: 64, waitMs: 500 })
  const [first] = await Promise.all(['a', 'b'].map((member) => inFlight.enter('group', member, 1)))
  const ended: unknown[] = []
  void inFlight.enter('group', 'c', 1).then((turn) => ended.push(turn))
  void inFlight.enter('group', 'a', 1).then((turn) => ended.push(turn))
  await vi.advanceTimersByTimeAsync(400)
  // The member's slot is free, the group's goes to the one that waited before.
  first?.[Symbol.dispose]()
  await vi.advanceTimersByTimeAsync(100)
  expect(ended).toEqual([expect.anything(), undefined])
})
