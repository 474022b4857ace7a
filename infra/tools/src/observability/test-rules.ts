import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

import type { Outcome } from '../outcome.ts'
import { infraDir } from '../paths.ts'
import { fromDebian, onPath } from '../tools.ts'
import { alerts } from './alerts.ts'
import { testsOf } from './rule-tests.ts'

const rules = join(infraDir, 'observability/rules')

/** The rules of Prometheus are valid, and each alert fires and stays silent as its tests say. */
export function testRules(): Outcome {
  const promtool = onPath('promtool') ?? fromDebian('prometheus', 'usr/bin/promtool')
  if (!promtool) return { notRun: ['rules of Prometheus: promtool, in the Debian package prometheus'] }
  const all = Object.values(alerts).flat()
  const run = (verb: string, files: string[]) => {
    const { status, stdout, stderr } = spawnSync(promtool, [verb, 'rules', ...files], {
      cwd: rules,
      encoding: 'utf8',
    })
    return status === 0 ? [] : [`promtool ${verb} rules: ${stderr}${stdout}`]
  }
  return {
    counts: { alertRules: all.length, alertTests: all.flatMap(testsOf).length },
    failures: [
      ...run('check', globSync('*.yaml', { cwd: rules })),
      ...run('test', globSync('tests/*.yaml', { cwd: rules })),
    ],
  }
}
