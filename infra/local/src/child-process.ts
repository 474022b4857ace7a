import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { killOnParentExit, forgetProcess } from './kill-on-parent-exit.ts'
import { killWhenSilent } from './kill-when-silent.ts'

export type ChildSpec = {
  name: string
  command: string
  args: string[]
  logFile: string
  env?: NodeJS.ProcessEnv
  /** Written to its stdin, which is then closed: for secrets that must not be in its environment. */
  input?: string
  cwd?: string
  uid?: number
  stopSignal?: NodeJS.Signals
  /** Whether the part is ready; polled until true. A rejection counts as false. */
  ready: () => Promise<boolean>
  readyTimeoutMs?: number
  /** The part is killed when it has not been ready for this long after its start; never without a value. */
  silentForMs?: number
}

export type Part = {
  name: string
  pid: number
  logFile: string
  /** Resolves with a description of how the process ended. */
  exited: Promise<string>
  running(): boolean
  /** Sends SIGTERM and, after the timeout, SIGKILL. */
  stop(timeoutMs?: number): Promise<void>
  /** Sends SIGKILL, for crash tests. */
  kill(): Promise<void>
}

/** Starts one process of the mall in a new process group, so that a terminal's Ctrl-C reaches only the supervisor. */
export async function startChild(spec: ChildSpec): Promise<Part> {
  mkdirSync(dirname(spec.logFile), { recursive: true })
  const log = openSync(spec.logFile, 'a')
  const child = spawn(spec.command, spec.args, {
    env: spec.env,
    cwd: spec.cwd,
    stdio: [spec.input === undefined ? 'ignore' : 'pipe', log, log],
    detached: true,
    ...(spec.uid === undefined ? {} : { uid: spec.uid, gid: spec.uid }),
  })
  closeSync(log)
  // Ignores EPIPE of a child that ended before it had read everything: its exit is reported.
  child.stdin?.on('error', () => {}).end(spec.input)
  const exited = ending(child)
  const part = handle(spec, child, exited)
  await Promise.race([
    waitFor(spec),
    exited.then((how) => {
      throw new Error(
        `${spec.name} ${how} while starting. Last lines of ${spec.logFile}:\n${lastLines(spec.logFile)}`,
      )
    }),
  ]).catch(async (error: unknown) => {
    await part.kill()
    throw error
  })
  if (spec.silentForMs) void killWhenSilent(part, spec.ready, spec.silentForMs)
  return part
}

/** Returns the last lines of a log, for error messages. */
export function lastLines(logFile: string, count = 15): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
  } catch {
    return '(no log)'
  }
}

function handle(spec: ChildSpec, child: ChildProcess, exited: Promise<string>): Part {
  const pid = child.pid ?? 0
  const running = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined
  const signal = (name: NodeJS.Signals) => running() && child.kill(name)
  if (pid) killOnParentExit(pid)
  void exited.then(() => forgetProcess(pid))
  return {
    name: spec.name,
    pid,
    logFile: spec.logFile,
    exited,
    running,
    async stop(timeoutMs = 5000) {
      signal(spec.stopSignal ?? 'SIGTERM')
      const late = new AbortController()
      await Promise.race([exited, sleep(timeoutMs, undefined, { signal: late.signal }).catch(() => {})])
      late.abort()
      signal('SIGKILL')
      await exited
    },
    async kill() {
      signal('SIGKILL')
      await exited
    },
  }
}

function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`))
  })
}

async function waitFor({ name, ready, logFile, readyTimeoutMs = 30_000 }: ChildSpec): Promise<void> {
  const deadline = Date.now() + readyTimeoutMs
  while (!(await ready().catch(() => false))) {
    if (Date.now() > deadline) {
      throw new Error(
        `${name} did not answer within ${readyTimeoutMs / 1000} s. Last lines of ${logFile}:\n${lastLines(logFile)}`,
      )
    }
    await sleep(25)
  }
}
