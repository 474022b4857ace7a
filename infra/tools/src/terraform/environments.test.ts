import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { terraformDir } from './terraform.ts'

const linesOf = (environment: string) =>
  readFileSync(join(terraformDir, 'environments', environment, 'main.tf'), 'utf8').split('\n')

test.each(['dev', 'staging'])('%s differs from production by ten lines at most', (environment) => {
  const [lines, production] = [linesOf(environment), linesOf('production')]
  expect(lines).toHaveLength(production.length)
  expect(lines.filter((line, index) => line !== production[index]).length).toBeLessThanOrEqual(10)
})
