import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

import { runChecks } from './check.ts'
import { bringChromium } from './chromium.ts'
import { cacheDir, rootDir } from './paths.ts'
import { type TestCount, countPlaywright, countVitest } from './test-count.ts'

// `npm test`: runs all checks and tests. Later steps run even after a failed one, so that one run shows every failure.
const vitestReport = `${cacheDir}/vitest.json`
const journeysReport = `${cacheDir}/e2e.json`

const checks = await runChecks()
const suites = [await vitest(), await journeys()]
const passed = checks.passed + suites.reduce((sum, suite) => sum + suite.passed, 0)
const failed = checks.failed + suites.reduce((sum, suite) => sum + suite.failed, 0)
const didNotRun = suites.flatMap((suite) => suite.didNotRun)
if (didNotRun.length > 0) console.log(`Did not run (${didNotRun.length}):\n  ${didNotRun.join('\n  ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function vitest(): Promise<TestCount> {
  rmSync(vitestReport, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  const code = await run('vitest', args, rootDir)
  return countVitest(readReport(vitestReport), code)
}

async function journeys(): Promise<TestCount> {
  rmSync(journeysReport, { force: true })
  bringChromium()
  const code = await run('playwright', ['test'], `${rootDir}/e2e`)
  return countPlaywright(readReport(journeysReport), code)
}

function readReport<T>(path: string): T | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function run(command: string, args: string[], cwd: string): Promise<number> {
  const bins = `${cwd}/node_modules/.bin:${rootDir}/node_modules/.bin`
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: `${bins}:${process.env.PATH}` },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
}
