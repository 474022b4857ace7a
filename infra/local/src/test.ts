import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

import { type Count, runChecks } from './check.ts'
import { bringChromium } from './chromium.ts'
import { cacheDir, rootDir } from './paths.ts'

// `npm test`: everything that must hold. Later steps run even when an earlier one failed, so that one run tells all.
const vitestReport = `${cacheDir}/vitest.json`
const journeysReport = `${cacheDir}/e2e.json`

const counts: Count[] = [await runChecks(), await vitest(), await journeys()]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function vitest(): Promise<Count> {
  rmSync(vitestReport, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  const code = await run('vitest', args, rootDir)
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(vitestReport)
  return counted(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0)
}

async function journeys(): Promise<Count> {
  rmSync(journeysReport, { force: true })
  bringChromium()
  const code = await run('playwright', ['test'], `${rootDir}/e2e`)
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(
    journeysReport,
  )
  return counted(
    code,
    report?.stats.expected ?? 0,
    (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0),
  )
}

/** A run that failed without a failing test, because it did not get that far, counts as one failure. */
function counted(code: number, succeeded: number, broken: number): Count {
  return { passed: succeeded, failed: code !== 0 && broken === 0 ? 1 : broken }
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
