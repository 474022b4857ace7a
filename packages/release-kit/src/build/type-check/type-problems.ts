import { type ChildProcess, fork } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** One TypeScript error in a team's sources. */
export interface TypeProblem {
  /** File and line, relative to the folder of `mall.config.ts`: `src/shop-page.tsx:12`. */
  at: string
  problem: string
}

const program = fileURLToPath(new URL('./type-check-main.ts', import.meta.url))

/**
 * Returns TypeScript's errors in a micro frontend's own sources: the modules reachable from its exposes and its router,
 * checked with the `tsconfig.json` beside `mall.config.ts`. Runs in a process, because the compiler's API is synchronous, and
 * in a process group of its own, because a compiler that a terminal's Ctrl-C reaches prints its stack.
 * @param signal ends the check and the compiler at once
 * @throws Error with the first error in the process's output when the check fails or is ended
 */
export async function typeProblems(root: string, signal?: AbortSignal): Promise<TypeProblem[]> {
  signal?.throwIfAborted()
  const child = fork(program, [root], {
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const end = () => endGroup(child)
  signal?.addEventListener('abort', end)
  process.once('exit', end)
  try {
    const output = child.stderr ? text(child.stderr) : Promise.resolve('')
    const problems = await answerOf(child)
    if (problems) return problems
    const lines = (await output).split('\n').filter((line) => /\bError: /.test(line))
    throw new Error(lines.at(0)?.replace(/^.*?Error: /, '') ?? 'the type check ended without a result')
  } finally {
    signal?.removeEventListener('abort', end)
    process.off('exit', end)
    end()
  }
}

function answerOf(child: ChildProcess): Promise<TypeProblem[] | undefined> {
  return new Promise((resolve, reject) => {
    child.once('message', (problems: TypeProblem[]) => resolve(problems))
    child.once('error', reject)
    child.once('exit', () => resolve(undefined))
  })
}

/** Ends the process and the compiler that it started. */
function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}
