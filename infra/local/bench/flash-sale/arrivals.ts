import { setTimeout as delay } from 'node:timers/promises'

/**
 * Calls `arrive` at a rate, however long the calls take, and waits for all of them: shoppers of a sale do not wait for each other.
 * @returns how long each took, in ms
 */
export async function arrivals(
  perSecond: number,
  seconds: number,
  arrive: () => Promise<void>,
): Promise<number[]> {
  const took: number[] = []
  const under: Promise<void>[] = []
  const began = performance.now()
  for (let n = 0; n < perSecond * seconds; n++) {
    const dueMs = began + (n / perSecond) * 1000 - performance.now()
    if (dueMs > 0) await delay(dueMs)
    const start = performance.now()
    under.push(arrive().finally(() => void took.push(performance.now() - start)))
  }
  await Promise.all(under)
  return took.toSorted((a, b) => a - b)
}
