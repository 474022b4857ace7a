import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

import { runChecks } from './check.ts'
import { runJourneys } from './journeys.ts'
import { cacheDir, rootDir } from './paths.ts'
import { type TestCount, countVitest, sum } from './test-count.ts'

// `npm test`: runs all checks and tests. Later steps run even after a failed one, so that one run shows every failure.
const vitestReport = `${cacheDir}/vitest.json`

const { passed, failures } = sum([await runChecks(), vitest(), runJourneys()])
if (failures.length > 0) console.log(`Failed:\n  ${failures.join('\n  ')}`)
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1

function vitest(): TestCount {
  rmSync(vitestReport, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  const { status } = spawnSync(`${rootDir}/node_modules/.bin/vitest`, args, {
    cwd: rootDir,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const found = existsSync(vitestReport) ? JSON.parse(readFileSync(vitestReport, 'utf8')) : undefined
  return countVitest(found, status ?? 1)
}
