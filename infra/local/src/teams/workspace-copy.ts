import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'

export type WorkspaceCopy = AsyncDisposable & {
  dir: string
  /** Runs a command there and answers what it printed. Rejects with all that it said. */
  run: (command: string, args: string[], env?: NodeJS.ProcessEnv) => Promise<string>
  /** The command line of the copy. */
  mall: (args: string[], env?: NodeJS.ProcessEnv) => Promise<string>
}

/** This checkout, with what is not committed yet, on another path and with dependencies of its own. */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const dir = mkdtempSync(join(tmpdir(), 'mallhive-copy-'))
  const run = runIn(dir)
  const files = await runIn(rootDir)('git', ['ls-files', '-co', '--exclude-standard', '--deduplicate'])
  for (const file of files.split('\n').filter(Boolean)) {
    // What was deleted without being committed is still listed.
    if (existsSync(join(rootDir, file))) cpSync(join(rootDir, file), join(dir, file))
  }
  await run('git', ['init', '--quiet'])
  await run('git', ['add', '--all'])
  await run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline', '--silent'])
  return {
    dir,
    run,
    mall: (args, env) => run(process.execPath, [join(dir, 'packages/release-kit/src/bin.ts'), ...args], env),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true }),
  }
}

/** Runs commands in a folder. */
export function runIn(cwd: string): WorkspaceCopy['run'] {
  return async (command, args, env) => {
    // INIT_CWD is the package manager's, of the run that this one is part of: it names another workspace.
    const options = { cwd, env: { ...process.env, INIT_CWD: undefined, ...env }, maxBuffer: 1 << 26 }
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}\n${stderr}`))
      else resolve(stdout)
    })
    return promise
  }
}
