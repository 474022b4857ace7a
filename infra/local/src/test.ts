import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

import { runChecks } from './check.ts'
import { bringChromium } from './chromium.ts'
import { runOpensearchTests } from './opensearch.ts'
import { cacheDir, rootDir } from './paths.ts'
import { type TestCount, countPlaywright, countVitest, sum } from './test-count.ts'

// `npm test`: runs all checks and tests. Later steps run even after a failed one, so that one run shows every failure.
const vitestReport = `${cacheDir}/vitest.json`
const journeysReport = `${cacheDir}/e2e.json`

const { passed, failures } = sum([await runChecks(), await vitest(), runOpensearchTests(), await journeys()])
if (failures.length > 0) console.log(`Failed:\n  ${failures.join('\n  ')}`)
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1

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
