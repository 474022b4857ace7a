import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { besides } from './mall/services.ts'
import { rootDir } from './paths.ts'

test('without a JDK and Maven the tests on OpenSearch name what does not run, and fail nothing', () => {
  const { stdout, status } = spawnSync(process.execPath, [besides('../opensearch.ts')], {
    env: { PATH: '/nowhere' },
    encoding: 'utf8',
  })
  expect(stdout).toContain('NOT RUN, because javac and mvn cannot be run here')
  expect(stdout).toContain('services/search/src/index/opensearch/contract.opensearch.test.ts')
  for (const name of ['search', 'search-facets', 'list-pages', 'browse']) {
    expect(stdout).toContain(`e2e/journeys/${name}.spec.ts on OpenSearch`)
    expect(existsSync(join(rootDir, `e2e/journeys/${name}.spec.ts`))).toBe(true)
  }
  expect(stdout).toContain('0 passed, 0 failed')
  expect(status).toBe(0)
})
