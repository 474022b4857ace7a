import { spawnSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { besides } from './mall/services.ts'

test('without a JDK and Maven the tests on OpenSearch name what does not run, and fail nothing', () => {
  const { stdout, status } = spawnSync(process.execPath, [besides('../opensearch.ts')], {
    env: { PATH: '/nowhere' },
    encoding: 'utf8',
  })
  expect(stdout).toContain('NOT RUN, because javac and mvn cannot be run here')
  expect(stdout).toContain('services/search/src/index/opensearch/contract.opensearch.test.ts')
  expect(stdout).toContain('0 passed, 0 failed')
  expect(status).toBe(0)
})
