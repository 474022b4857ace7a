import { expect, test } from 'vitest'

import { countPlaywright, countVitest } from './test-count.ts'

const spec = (title: string, status: string, results: { status: string }[], expectedStatus = 'passed') => ({
  title,
  tests: [{ projectName: 'journeys', status, expectedStatus, results }],
})

test('browser tests that did not run because of a failure are listed and count as failed', () => {
  const report = {
    errors: [],
    suites: [
      {
        title: 'search.spec.ts',
        specs: [
          spec('opens', 'expected', [{ status: 'passed' }]),
          spec('takes a slash', 'unexpected', [{ status: 'failed' }]),
          spec('is left out on purpose', 'skipped', [{ status: 'skipped' }], 'skipped'),
        ],
        suites: [{ title: 'keys', specs: [spec('escape', 'skipped', [])] }],
      },
    ],
  }
  expect(countPlaywright(report, 1)).toEqual({
    passed: 1,
    failed: 2,
    didNotRun: ['[journeys] search.spec.ts › keys › escape'],
  })
})

test('a suite without a report, or a run that ended early, counts as a failure and is listed', () => {
  expect(countPlaywright(undefined, 1)).toMatchObject({
    passed: 0,
    failed: 1,
    didNotRun: [expect.stringContaining('browser')],
  })
  expect(countVitest(undefined, 0)).toMatchObject({ failed: 1 })
  const early = countPlaywright({ suites: [], errors: [{ message: 'The mall could not be opened\nat' }] }, 1)
  expect(early.didNotRun).toEqual(['the browser tests: The mall could not be opened'])
  expect(countVitest({ testResults: [] }, 1)).toMatchObject({ failed: 1 })
})

test('tests behind a failed hook, and files that could not be loaded, are listed', () => {
  const file = (status: 'passed' | 'failed', assertionResults: { fullName: string; status: string }[]) => ({
    name: 'a.test.ts',
    status,
    message: 'no such module\nat',
    assertionResults,
  })
  const report = {
    testResults: [
      file('passed', [
        { fullName: 'holds', status: 'passed' },
        { fullName: 'is left out on purpose', status: 'skipped' },
      ]),
      file('failed', [{ fullName: 'was behind the hook', status: 'skipped' }]),
      file('failed', []),
    ],
  }
  expect(countVitest(report, 1)).toEqual({
    passed: 1,
    failed: 2,
    didNotRun: ['a.test.ts: was behind the hook', 'a.test.ts: no such module'],
  })
})
