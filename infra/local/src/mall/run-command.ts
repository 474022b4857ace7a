import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

import { killOnParentExit, forgetProcess } from '../kill-on-parent-exit.ts'

type Job = {
  name: string
  command: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd?: string
  input?: string | Promise<string>
}

/** Runs a command to its end and passes its output lines to `onLine`. Rejects with its last lines when it fails; ends it and what it has started when its input fails. */
export async function runCommand(
  { name, command, args, env, cwd, input }: Job,
  onLine: (line: string) => void,
): Promise<void> {
  const child = spawn(command, args, { env, cwd, stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  child.stdin.on('error', () => {})
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      if (stream === child.stdout) onLine(line)
    })
  }
  const { pid } = child
  if (pid) {
    killOnParentExit(pid)
    child.once('close', () => forgetProcess(pid))
  }
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', resolve)
  })
  try {
    child.stdin.end(await input)
  } catch (error) {
    if (pid) killGroup(pid)
    throw error
  }
  const code = await ended
  if (code !== 0) throw new Error(`${name} failed (${String(code)}):\n${lines.slice(-25).join('\n')}`)
}

/** A command leads a process group of its own: what it has started ends with it. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {} // It has ended by itself.
}
