import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defineMicroFrontend } from '@mallhive/mfe-kit/config'
import { watchTypes } from './watch-types.ts'

test('a check that fails is reported', async () => {
  const dist = join(import.meta.dirname, '../../dist')
  mkdirSync(dist, { recursive: true })
  const root = mkdtempSync(join(dist, 'watch-types-'))
  // There is no mall.config.ts, so each check fails.
  const config = defineMicroFrontend({ name: 'gifts', exposes: {} })
  const reports: (string | undefined)[] = []
  const report = Promise.withResolvers<void>()
  {
    await using watching = watchTypes(config, root, (problem) => {
      reports.push(problem)
      report.resolve()
    })
    expect(watching).toBeDefined()
    await report.promise
  }
  rmSync(root, { recursive: true })
  expect(reports).toEqual([expect.stringContaining('types were not checked: ')])
})
