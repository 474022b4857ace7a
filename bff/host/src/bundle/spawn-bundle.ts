import { fileURLToPath } from 'node:url'
import { spawnSandboxed } from '@mallhive/sandbox/spawn-sandboxed'
import type { SandboxedProcess } from '@mallhive/sandbox/spawn-sandboxed'

const own = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const protobufFolder = new URL('.', import.meta.resolve('@bufbuild/protobuf'))
const readable = [own('child'), own('most-forget-on.mjs'), fileURLToPath(new URL('../..', protobufFolder))]

/** Starts the process of a BFF bundle. @param title the name in process lists */
export function spawnBundle(title: string, mostBytes: number): SandboxedProcess {
  const program = own('child/program.mjs')
  return spawnSandboxed({ program, readable, args: [protobufFolder.href], title, mostBytes, nice: 5 })
}
