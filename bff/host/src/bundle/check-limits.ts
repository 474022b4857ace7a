import type { BundleProcess } from './bundle-process.ts'
import type { Usage } from './process-usage.ts'

/** A process that answers no ping although it used this much CPU is in a loop. */
const loopCpuMs = 1000
/** Without using CPU: longer than any machine keeps a process waiting. */
const silentMs = 5000
const windowMs = 5000
/** Time in one window in which it ran or wanted to, and CPU for each call answered in it, that no bundle needs. */
const windowBusyMs = 2500
const cpuMsPerCall = 100

export type CheckLimits = (usage: Usage, now: number) => void

/** Checks one process each time its usage is read, and ends it when it has gone beyond what a bundle may use. */
export function limitChecker(bundle: BundleProcess, mostBytes: number): CheckLimits {
  let ping: { at: number; cpuMs: number } | undefined
  let window: (Usage & { at: number; answered: number }) | undefined

  function checkLoop({ cpuMs }: Usage, now: number): void {
    if (!ping) {
      if (bundle.inFlight() === 0) return
      ping = { at: now, cpuMs }
      void bundle.ping().then(() => (ping = undefined))
      return
    }
    const waitedMs = now - ping.at
    const usedMs = cpuMs - ping.cpuMs
    if (usedMs < loopCpuMs && waitedMs < silentMs) return
    bundle.fail(
      'UNRESPONSIVE',
      `no answer to a ping for ${Math.round(waitedMs)} ms, ${usedMs} ms of CPU used`,
    )
  }

  function checkCpu(usage: Usage, now: number): void {
    window ??= { ...usage, at: now, answered: bundle.answered() }
    const tookMs = now - window.at
    if (tookMs < windowMs) return
    const usedMs = usage.cpuMs - window.cpuMs
    const busyMs = usedMs + usage.waitedMs - window.waitedMs
    const calls = bundle.answered() - window.answered
    window = undefined
    if (busyMs >= (windowBusyMs * tookMs) / windowMs && usedMs / Math.max(1, calls) >= cpuMsPerCall)
      bundle.fail('CPU', `${usedMs} ms of CPU in ${Math.round(tookMs)} ms, for ${calls} calls`)
  }

  return (usage, now) => {
    if (usage.rssBytes > mostBytes) {
      const mb = (bytes: number) => Math.round(bytes / 1e6)
      bundle.fail('MEMORY', `${mb(usage.rssBytes)} MB of memory, ${mb(mostBytes)} MB are allowed`)
      return
    }
    checkLoop(usage, now)
    checkCpu(usage, now)
  }
}
