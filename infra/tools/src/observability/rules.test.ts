import { expect, test } from 'vitest'

import { testRules } from './check.ts'

test('each alert fires on the series that it is for, and stays silent on harmless ones', () => {
  const { failures = [], notRun } = testRules()
  for (const line of notRun ?? []) console.log(`NOT RUN: ${line}`)
  expect(failures).toEqual([])
}, 60_000)
