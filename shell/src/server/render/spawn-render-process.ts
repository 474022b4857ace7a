import { join } from 'node:path'
import { spawnSandboxed } from '@mallhive/sandbox/spawn-sandboxed'
import type { SandboxedProcess } from '@mallhive/sandbox/spawn-sandboxed'
import { renderProcessName, rendererFolder } from '../../build/folder.ts'

/** Twice the heap between full collections: at V8's own pace they took a fifth of the CPU of a page. */
const heapGrowthPercent = 100

/** Starts a process with the program of this build. */
export function spawnRenderProcess(
  mostBytes: number,
  markFile: number,
  folder = rendererFolder,
): SandboxedProcess {
  const program = join(folder, renderProcessName)
  const limits = { mostBytes, heapGrowthPercent, nice: 5 }
  return spawnSandboxed({ program, readable: [program], title: 'pages', ...limits, markFile })
}
