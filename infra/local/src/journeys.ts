import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

import { bringChromium } from './chromium.ts'
import { cacheDir, rootDir } from './paths.ts'
import { type TestCount, countPlaywright } from './test-count.ts'

const report = `${cacheDir}/e2e.json`

/** Runs the browser tests, which open a mall of their own. `args` are Playwright's. */
export function runJourneys(args: string[] = [], env: Record<string, string> = {}): TestCount {
  rmSync(report, { force: true })
  bringChromium()
  const { status } = spawnSync(`${rootDir}/e2e/node_modules/.bin/playwright`, ['test', ...args], {
    cwd: `${rootDir}/e2e`,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  return countPlaywright(found, status ?? 1)
}
