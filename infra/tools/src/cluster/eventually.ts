import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again until the answer is yes; false after so many seconds. */
export async function eventually(
  seconds: number,
  isSo: () => boolean | Promise<boolean>,
  pauseMs = 300,
): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    if (await isSo()) return true
    if (performance.now() > deadline) return false
    await sleep(pauseMs)
  }
}
