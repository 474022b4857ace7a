import type { FaultKind } from './bundle-fault.ts'
import { usage } from './process-usage.ts'

export interface StartLimits {
  /** Resident memory; once the process runs, the pool checks it. */
  mostBytes: number
  startWithinMs: number
}

/** Limits time and memory of a process that is starting, until disposed. */
export function watchStart(
  pid: number,
  { mostBytes, startWithinMs }: StartLimits,
  fail: (kind: FaultKind, message: string) => void,
): Disposable {
  const timer = setTimeout(
    () => fail('FAILED_TO_START', `it was not ready within ${startWithinMs} ms`),
    startWithinMs,
  )
  const reader = setInterval(() => void checkMemory(), usage.everyMs)

  async function checkMemory(): Promise<void> {
    const used = (await usage.read([pid])).get(pid)
    if (used && used.rssBytes > mostBytes) fail('MEMORY', 'memory limit exceeded during start')
  }

  return {
    [Symbol.dispose]() {
      clearTimeout(timer)
      clearInterval(reader)
    },
  }
}
