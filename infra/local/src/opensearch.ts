import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'

import { missingTools } from './engines/opensearch-jars.ts'
import { runJourneys } from './journeys.ts'
import { cacheDir, rootDir } from './paths.ts'
import { type TestCount, countVitest, sum } from './test-count.ts'

const report = `${cacheDir}/opensearch.json`
/** What shoppers see of the search is the same on both engines. */
const journeys = ['search', 'search-facets', 'list-pages', 'browse'].map((name) => `journeys/${name}.spec.ts`)
const tests = '{services,infra}/**/*.opensearch.test.ts'

/**
 * Runs the tests that need an OpenSearch node: the contract, then the browser tests of the search in a mall on it; with `args`, which
 * are Vitest's, the contract only. Where a JDK or Maven is missing it runs none and names them.
 */
function runOpensearchTests(args: string[]): TestCount {
  const missing = missingTools()
  if (missing.length > 0) {
    const files = globSync(tests, { cwd: rootDir, exclude: (path) => path.includes('node_modules') })
    console.log(`NOT RUN, because ${missing.join(' and ')} cannot be run here (a JDK, Maven):`)
    for (const file of [...files, ...journeys.map((path) => `e2e/${path} on OpenSearch`)])
      console.log(`  ${file}`)
    return { passed: 0, failures: [] }
  }
  const contract = runContract(args)
  if (args.length > 0) return contract
  return sum([contract, runJourneys(['--no-deps', ...journeys], { MALL_SEARCH: 'opensearch' })])
}

function runContract(args: string[]): TestCount {
  rmSync(report, { force: true })
  const { status } = spawnSync(
    'vitest',
    [
      'run',
      '--config=vitest.opensearch.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: rootDir, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  return countVitest(found, status ?? 1, 'the tests on OpenSearch')
}

if (import.meta.main) {
  const { passed, failures } = runOpensearchTests(process.argv.slice(2))
  console.log(`${passed} passed, ${failures.length} failed`)
  process.exitCode = failures.length === 0 ? 0 : 1
}
