import type { FaultKind } from './bundle-fault.ts'
import { usage } from './process-usage.ts'
import type { Usage } from './process-usage.ts'

/** A process that has used this much CPU without answering a ping is in a loop. */
const loopCpuMs = 1000
const loopMs = 500
/** Limit for a process that uses no CPU; longer than a scheduler keeps a process waiting. */
const silentMs = 5000
/** Caps the time counted between two checks: the host itself may have been blocked, with the answer unread. */
const mostBetweenMs = 2 * usage.everyMs
const windowMs = 5000
/** Limits per window: time running or runnable, CPU, and CPU per answered call. A process that reaches all is ended. */
const windowBusyMs = 2500
/** On a busy machine a process is runnable for long and gets little. */
const windowCpuMs = 1000

/** A process whose limits are checked. */
export interface LimitedProcess {
  /** Number of calls answered so far. */
  answered: () => number
  /** Whether the process has work that it has not confirmed to have ended. */
  busy: () => boolean
  /** Resolves when the process answers, which proves that its event loop is not blocked. */
  ping: () => Promise<void>
  /** Ends the process because of a fault. */
  fail: (kind: FaultKind, message: string) => void
}

export type CheckLimits = (usage: Usage, now: number) => void

export interface ProcessLimits {
  /** Resident memory. */
  mostBytes: number
  cpuMsPerCall: number
}

/** Returns a check to run at each usage reading of one process; it ends a process that exceeds a limit. */
export function limitChecker(
  bundle: LimitedProcess,
  { mostBytes, cpuMsPerCall }: ProcessLimits,
): CheckLimits {
  let ping: { checkedAt: number; waitedMs: number; cpuMs: number } | undefined
  let window: (Usage & { at: number; answered: number }) | undefined

  function checkLoop({ cpuMs }: Usage, now: number): void {
    if (!ping) {
      if (!bundle.busy()) return
      ping = { checkedAt: now, waitedMs: 0, cpuMs }
      void bundle.ping().then(() => (ping = undefined))
      return
    }
    ping.waitedMs += Math.min(now - ping.checkedAt, mostBetweenMs)
    ping.checkedAt = now
    const { waitedMs } = ping
    const usedMs = cpuMs - ping.cpuMs
    const loops = usedMs >= loopCpuMs && waitedMs >= loopMs
    if (!loops && waitedMs < silentMs) return
    bundle.fail(
      'UNRESPONSIVE',
      `no answer to a ping for ${Math.round(waitedMs)} ms, ${usedMs} ms of CPU used`,
    )
  }

  function checkCpu(used: Usage, now: number): void {
    window ??= { ...used, at: now, answered: bundle.answered() }
    const tookMs = now - window.at
    if (tookMs < windowMs) return
    const usedMs = used.cpuMs - window.cpuMs
    const busyMs = usedMs + used.waitedMs - window.waitedMs
    const calls = bundle.answered() - window.answered
    window = undefined
    const share = tookMs / windowMs
    const isBusy = busyMs >= windowBusyMs * share && usedMs >= windowCpuMs * share
    if (isBusy && usedMs / Math.max(1, calls) >= cpuMsPerCall)
      bundle.fail('CPU', `${usedMs} ms of CPU in ${Math.round(tookMs)} ms, for ${calls} calls`)
  }

  return (used, now) => {
    if (used.rssBytes > mostBytes) {
      const mb = (bytes: number) => Math.round(bytes / 1e6)
      bundle.fail('MEMORY', `${mb(used.rssBytes)} MB of memory, ${mb(mostBytes)} MB are allowed`)
      return
    }
    checkLoop(used, now)
    checkCpu(used, now)
  }
}
