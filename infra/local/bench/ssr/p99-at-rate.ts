import { setTimeout as delay } from 'node:timers/promises'

/**
 * Calls `operation` at a fixed rate, however long the calls take. Returns the 99th percentile in ms of the time from the moment
 * when a call is due, so that calls which wait for slower ones count in full.
 * @throws the first error of a call
 */
export async function p99AtRate(
  perSecond: number,
  durationMs: number,
  operation: (n: number) => Promise<void>,
): Promise<number> {
  const most = Math.floor((perSecond * durationMs) / 1000)
  const took: number[] = []
  const errors: unknown[] = []
  const calls: Promise<void>[] = []
  const began = performance.now()
  while (calls.length < most && errors.length === 0) {
    const dueMs = began + (calls.length * 1000) / perSecond
    const earlyMs = dueMs - performance.now()
    if (earlyMs > 0) await delay(earlyMs)
    calls.push(call(calls.length, dueMs))
  }
  await Promise.all(calls)
  if (errors.length > 0) throw errors[0]
  took.sort((a, b) => a - b)
  return Math.round((took[Math.floor((took.length - 1) * 0.99)] ?? Number.NaN) * 10) / 10

  async function call(n: number, dueMs: number): Promise<void> {
    try {
      await operation(n)
      took.push(performance.now() - dueMs)
    } catch (error) {
      errors.push(error)
    }
  }
}
