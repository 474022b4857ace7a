import { usage } from '@mallhive/sandbox/process-usage'
import type { SupervisedBundle } from './supervise-bundle.ts'

/** Checks the limits of all processes at each reading of their usage, until disposed. @param before runs before each reading */
export function watchUsage(
  bundles: () => SupervisedBundle[],
  now: () => number,
  before: () => void,
): Disposable {
  let reading = false

  async function read(): Promise<void> {
    if (reading) return
    reading = true
    try {
      before()
      const found = await usage.read(bundles().flatMap((bundle) => bundle.running()?.process.pid ?? []))
      for (const bundle of bundles()) {
        const running = bundle.running()
        const used = running && found.get(running.process.pid)
        if (used) running.check(used, now())
      }
    } finally {
      reading = false
    }
  }

  const timer = setInterval(() => void read(), usage.everyMs).unref()
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
