import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { rootDir } from '../paths.ts'
import { expressions } from './expressions.ts'
import { ruleFiles } from './rules.ts'
import { metricNames } from './syntax.ts'

/** Metrics that other programs and prom-client define. */
const foreign = /^(up|probe_\w+|pg_\w+|prometheus_\w+|process_\w+|nodejs_\w+|redis_(?!connection_ready)\w+)$/

test('every metric of an expression is one that a part or an exporter serves, or a record', () => {
  const files = globSync('{packages/*,services/*,shell,bff/host}/src/**/*.ts', { cwd: rootDir })
  const sources = files
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(rootDir, file), 'utf8'))
  const defined = new Set(
    sources.flatMap((text) => [...text.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].map(([, name]) => name)),
  )
  const rules = Object.values(ruleFiles)
    .flat()
    .flatMap((group) => group.rules)
  const records = new Set(rules.flatMap((rule) => ('record' in rule ? [rule.record] : [])))
  const isKnown = (name: string) =>
    foreign.test(name) ||
    records.has(name) ||
    defined.has(name) ||
    defined.has(name.replace(/_(bucket|count|sum)$/, ''))
  const unknown = expressions.flatMap(({ at, expr }) =>
    metricNames(expr)
      .filter((name) => !isKnown(name))
      .map((name) => `${at}: ${name}`),
  )
  expect(unknown).toEqual([])
})
