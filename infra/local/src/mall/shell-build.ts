import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { cacheDir, rootDir } from '../paths.ts'
import { toolEnv } from '../base-env.ts'
import { inputHash } from './input-hash.ts'
import { withLock } from './lock.ts'
import type { Report } from './report.ts'
import { runCommand } from './run-command.ts'
import { workspaceFolders } from './workspace-folders.ts'

const shell = join(rootDir, 'shell')
const builds = join(shell, '.next')
/** A file that is written after everything else: a build without it is incomplete. */
const finished = 'finished'
/** Number of builds that are kept: running malls may serve older ones. */
const keptBuilds = 4

/** Returns the folders whose files a build of the shell is made of; `release-kit` has the tools of the build. */
export const shellInputs = (): string[] => [...workspaceFolders('shell'), 'packages/release-kit']

/** Builds the shell unless a build of the same inputs exists. Returns the name of the build. */
export async function buildShell(report: Report): Promise<string> {
  const name = inputHash(shellInputs()).slice(0, 12)
  const dir = join(builds, name)
  await withLock(join(cacheDir, 'shell-build.lock'), async () => {
    if (!existsSync(join(dir, finished))) {
      shareCache(dir)
      await report.step('Built the shell', (how) => build(name, how))
      writeFileSync(join(dir, finished), '')
    }
    utimesSync(dir, new Date(), new Date())
    forgetOld()
  })
  return name
}

function build(name: string, how: (far: string) => void): Promise<void> {
  return runCommand(
    {
      name: 'Building the shell',
      command: process.execPath,
      args: ['--run', 'build'],
      cwd: shell,
      env: {
        ...toolEnv(),
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        SHELL_BUILD: name,
        BFF_URL: 'http://127.0.0.1',
      },
    },
    (line) => line.trim() && how(line.trim().slice(0, 60)),
  )
}

/** Links the build to a compiler cache that all builds share, which makes builds faster. */
function shareCache(dir: string): void {
  mkdirSync(join(builds, 'cache'), { recursive: true })
  mkdirSync(dir, { recursive: true })
  if (!existsSync(join(dir, 'cache'))) symlinkSync('../cache', join(dir, 'cache'))
}

function forgetOld(): void {
  const made = readdirSync(builds).filter((name) => /^[0-9a-f]{12}$/.test(name))
  const byAge = made
    .map((name) => join(builds, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  const kept = byAge.filter((dir) => existsSync(join(dir, finished))).slice(0, keptBuilds)
  for (const dir of byAge) if (!kept.includes(dir)) rmSync(dir, { recursive: true, force: true })
}
