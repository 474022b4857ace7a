import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import type { Part } from '../child-process.ts'
import { killWhenSilent } from '../kill-when-silent.ts'
import { rootDir } from '../paths.ts'

/** As the limits of a container: an answer to /healthz in time, and resident memory. */
const silentForMs = 10_000
const maxResidentMb = 768
const everyMs = 500

const confineProcess = new URL('confine-process.mjs', import.meta.url)

/** Code that the part may read. Not among it: /proc, the state with its keys, and .git, whose config may hold a token. */
const readable = ['node_modules', 'packages', 'shell', 'package.json', 'tsconfig.base.json']

/**
 * Arguments of Node that confine a part: it reads the checkout's code, writes no files, starts no processes and signals none.
 * As the container of production, which also has a file system and process ids of its own.
 */
export const permissionArgs = [
  '--permission',
  '--allow-net',
  ...readable.map((path) => `--allow-fs-read=${rootDir}/${path}`),
  `--allow-fs-read=${fileURLToPath(confineProcess)}`,
  `--import=${confineProcess.href}`,
]

/**
 * Kills a part that blocks or that uses too much memory, so that the supervisor restarts it. For parts that run code which may
 * do so.
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
