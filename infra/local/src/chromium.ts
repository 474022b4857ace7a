import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { rootDir } from './paths.ts'

/** Paths of Debian's headless Chromium, which opens a page three times as fast, and of the full Chromium. */
const debianShell = '/usr/bin/chromium-headless-shell'
const debianChromium = '/usr/bin/chromium'

/** Installs a Chromium for the browser tests when none is found: Debian's package, else Playwright's download. */
export function bringChromium(): void {
  if (existsSync(debianShell) || installDebianShell() || existsSync(debianChromium)) return
  console.log("installing Playwright's chromium")
  const playwright = `${rootDir}/e2e/node_modules/.bin/playwright`
  if (!run(playwright, ['install', '--only-shell', 'chromium']))
    throw new Error('There is no Chromium to test with')
}

function installDebianShell(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log("installing Debian's chromium-headless-shell")
  const impatient = ['-qq', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20']
  return (
    run('apt-get', [...impatient, 'update']) &&
    run('apt-get', [...impatient, 'install', '-y', '--no-install-recommends', 'chromium-headless-shell'])
  )
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
}
