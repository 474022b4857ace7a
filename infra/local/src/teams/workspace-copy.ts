import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'

export type WorkspaceCopy = AsyncDisposable & {
  dir: string
  /** Runs a command in the copy and returns its output. Rejects with its output when it fails. */
  run: (command: string, args: string[], env?: NodeJS.ProcessEnv) => Promise<string>
  /** Runs the copy's `./mall`. */
  mall: (args: string[], env?: NodeJS.ProcessEnv) => Promise<string>
}

/** Copies this checkout, including uncommitted changes, to another path and installs its dependencies. */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const dir = mkdtempSync(join(tmpdir(), 'mallhive-copy-'))
  const run = runIn(dir)
  const files = await runIn(rootDir)('git', ['ls-files', '-co', '--exclude-standard', '--deduplicate'])
  for (const file of files.split('\n').filter(Boolean)) {
    // git still lists files whose deletion is not committed.
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
    // The package manager of the surrounding run sets INIT_CWD, which names the other workspace.
    const options = { cwd, env: { ...process.env, INIT_CWD: undefined, ...env }, maxBuffer: 1 << 26 }
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}\n${stderr}`))
      else resolve(stdout)
    })
    return promise
  }
}
