import { setImmediate } from 'node:timers/promises'

/** Returns what a function makes of each item, a few milliseconds at a time, so that the process answers others meanwhile. */
export async function inTurns<T, R>(items: Iterable<T>, make: (item: T) => R): Promise<R[]> {
  const made: R[] = []
  let began = performance.now()
  for (const item of items) {
    made.push(make(item))
    if (performance.now() - began < longestMs) continue
    await setImmediate()
    began = performance.now()
  }
  return made
}

const longestMs = 5
