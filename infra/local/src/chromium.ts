import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { rootDir } from './paths.ts'

const debianChromium = '/usr/bin/chromium'

/** Sees to a Chromium for the browser tests: Debian's package where there is one, else the one Playwright downloads. */
export function bringChromium(): void {
  if (existsSync(debianChromium)) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("installing Debian's chromium")
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] }
    execFileSync('apt-get', ['update', '-qq'], quiet)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      ...quiet,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return
  }
  console.log("installing Playwright's chromium")
  execFileSync(`${rootDir}/e2e/node_modules/.bin/playwright`, ['install', 'chromium'], { stdio: 'inherit' })
}
