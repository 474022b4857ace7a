import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'

export type WorkspaceCopy = Disposable & {
  dir: string
  /** Runs a command there and answers what it printed. Throws with all that it said. */
  run: (command: string, args: string[], env?: NodeJS.ProcessEnv) => string
  /** The command line of the copy. */
  mall: (args: string[], env?: NodeJS.ProcessEnv) => string
}

/** This checkout, with what is not committed yet, on another path and with dependencies of its own. */
export function copyWorkspace(): WorkspaceCopy {
  const dir = mkdtempSync(join(tmpdir(), 'mallhive-copy-'))
  const run = runIn(dir)
  const files = runIn(rootDir)('git', ['ls-files', '-co', '--exclude-standard', '--deduplicate'])
  for (const file of files.split('\n').filter(Boolean)) {
    // What was deleted without being committed is still listed.
    if (existsSync(join(rootDir, file))) cpSync(join(rootDir, file), join(dir, file))
  }
  run('git', ['init', '--quiet'])
  run('git', ['add', '--all'])
  run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline', '--silent'])
  return {
    dir,
    run,
    mall: (args, env) => run(process.execPath, [join(dir, 'packages/release-kit/src/bin.ts'), ...args], env),
    [Symbol.dispose]: () => rmSync(dir, { recursive: true }),
  }
}

function runIn(cwd: string) {
  return (command: string, args: string[], env?: NodeJS.ProcessEnv) => {
    // Of the run that this one is part of: a package manager's own variables name another workspace.
    const { INIT_CWD, ...outer } = process.env
    const options = { cwd, env: { ...outer, ...env }, encoding: 'utf8' } as const
    const { status, stdout, stderr, error } = spawnSync(command, args, options)
    if (status === 0) return stdout
    throw error ?? new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`)
  }
}
