import { expect, test } from 'vitest'

import { countPlaywright, countVitest } from './test-count.ts'

type Assertion = { fullName: string; status: string; failureMessages?: string[] }
type Result = { status: string; error?: { message: string } }
const spec = (title: string, status: string, results: Result[], expectedStatus = 'passed') => ({
  title,
  tests: [{ projectName: 'journeys', status, expectedStatus, results }],
})

test('browser tests that failed, and those that did not run because of it, are listed and count as failed', () => {
  const report = {
    errors: [],
    suites: [
      {
        title: 'search.spec.ts',
        specs: [
          spec('opens', 'expected', [{ status: 'passed' }]),
          spec('takes a slash', 'unexpected', [
            { status: 'failed', error: { message: '\u001b[31mNo field\u001b[39m\nat' } },
          ]),
          spec('is left out on purpose', 'skipped', [{ status: 'skipped' }], 'skipped'),
        ],
        suites: [{ title: 'keys', specs: [spec('escape', 'skipped', [])] }],
      },
    ],
  }
  expect(countPlaywright(report, 1)).toEqual({
    passed: 1,
    failures: [
      '[journeys] search.spec.ts › takes a slash: No field',
      '[journeys] search.spec.ts › keys › escape: did not run',
    ],
  })
})

test('a suite without a report, or a run that ended early, counts as a failure and is listed', () => {
  expect(countPlaywright(undefined, 1)).toEqual({
    passed: 0,
    failures: [expect.stringContaining('browser')],
  })
  expect(countVitest(undefined, 0).failures).toHaveLength(1)
  const early = countPlaywright({ suites: [], errors: [{ message: 'The mall could not be opened\nat' }] }, 1)
  expect(early.failures).toEqual(['the browser tests: The mall could not be opened'])
  expect(countVitest({ testResults: [] }, 1).failures).toHaveLength(1)
})

test('failed tests, tests behind a failed hook, and files that could not be loaded, are listed', () => {
  const file = (status: 'passed' | 'failed', assertionResults: Assertion[]) => ({
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
      file('failed', [{ fullName: 'breaks', status: 'failed', failureMessages: ['expected 1\nat'] }]),
      file('failed', [{ fullName: 'was behind the hook', status: 'skipped' }]),
      file('failed', []),
    ],
  }
  expect(countVitest(report, 1)).toEqual({
    passed: 1,
    failures: [
      'a.test.ts: breaks: expected 1',
      'a.test.ts: was behind the hook: did not run',
      'a.test.ts: did not run: no such module',
    ],
  })
})
