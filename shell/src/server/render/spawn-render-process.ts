import { join } from 'node:path'
import { spawnSandboxed } from '@mallhive/sandbox/spawn-sandboxed'
import type { SandboxedProcess } from '@mallhive/sandbox/spawn-sandboxed'
import { renderProcessName, rendererFolder } from '../../build/folder.ts'

/** Starts a process with the program of this build. */
export function spawnRenderProcess(
  mostBytes: number,
  markFile: number,
  folder = rendererFolder,
): SandboxedProcess {
  const program = join(folder, renderProcessName)
  return spawnSandboxed({ program, readable: [program], title: 'pages', mostBytes, nice: 5, markFile })
}
