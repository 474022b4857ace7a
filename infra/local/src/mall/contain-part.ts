import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Part } from '../child-process.ts'
import { killWhenSilent } from '../kill-when-silent.ts'

/** As the limits of a container: an answer to /healthz in time, and resident memory. */
const silentForMs = 10_000
const maxResidentMb = 768
const everyMs = 500

/**
 * Kills a part that blocks or that uses too much memory, so that the supervisor restarts it. For expendable parts.
 */
export function containPart(part: Part, healthUrl: string): void {
  void watchMemory(part)
  void killWhenSilent(part, async () => (await fetch(healthUrl)).ok, silentForMs)
}

async function watchMemory(part: Part): Promise<void> {
  while (part.running()) {
    if (residentMb(part.pid) > maxResidentMb) return part.kill()
    await sleep(everyMs, undefined, { ref: false })
  }
}

/** Returns the resident memory of a process; 0 where there is no /proc to read it from. */
function residentMb(pid: number): number {
  try {
    const [, kb = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kb) / 1024
  } catch {
    return 0
  }
}
