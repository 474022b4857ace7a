import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { rootDir } from '../paths.ts'
import { testAlertRoutes } from './alert-routes.ts'
import { runbookOf } from './alert.ts'
import { alerts } from './alerts.ts'
import { testRules } from './test-rules.ts'

test('each alert fires on the series that it is for, and stays silent on harmless ones', () => {
  const { failures = [], notRun } = testRules()
  for (const line of notRun ?? []) console.log(`NOT RUN: ${line}`)
  expect(failures).toEqual([])
}, 60_000)

test('each alert that reaches a person has a test by which it stays silent', () => {
  const untested = Object.values(alerts)
    .flat()
    .filter(({ severity, silent }) => severity !== 'none' && !silent)
  expect(untested.map(({ name }) => name)).toEqual([])
})

test('an alert that wakes a person waits for ten minutes at most', () => {
  const slow = Object.values(alerts)
    .flat()
    .filter(({ severity, for: lasting }) => severity === 'page' && !/^(\d+s|\dm|10m)$/.test(lasting))
  expect(slow.map(({ name, for: lasting }) => `${name} waits ${lasting}`)).toEqual([])
})

test('each alert reaches the receiver of its severity', () => {
  const { failures = [], notRun } = testAlertRoutes()
  for (const line of notRun ?? []) console.log(`NOT RUN: ${line}`)
  expect(failures).toEqual([])
}, 60_000)

test('each alert has a runbook', () => {
  const missing = Object.values(alerts)
    .flat()
    .map((alert) => `docs/operating/runbooks/${runbookOf(alert)}.md`)
    .filter((path) => !existsSync(join(rootDir, path)))
  expect([...new Set(missing)]).toEqual([])
})
