import { stripVTControlCharacters } from 'node:util'

/** The result of one suite: `failures` are the tests that failed and those that did not run, a line each. */
export type TestCount = { passed: number; failures: string[] }

type VitestReport = {
  testResults: {
    name: string
    status: 'passed' | 'failed'
    message: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

type PlaywrightTest = {
  projectName: string
  expectedStatus: string
  results: { status: string; error?: { message?: string } }[]
}
type PlaywrightSuite = {
  title: string
  suites?: PlaywrightSuite[]
  specs?: { title: string; tests: (PlaywrightTest & { status: string })[] }[]
}
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] }

/** Counts Vitest's JSON report. In a failed file, tests without a result, or the file itself if it has none, did not run. */
export function countVitest(
  report: VitestReport | undefined,
  exitCode: number,
  what = 'the unit and integration tests',
): TestCount {
  if (!report) return nothingRan(what)
  const counts = report.testResults.map(({ name, status, message, assertionResults }): TestCount => {
    const passed = assertionResults.filter((test) => test.status === 'passed').length
    const failures = assertionResults.flatMap(({ fullName, status: result, failureMessages }) => {
      if (result === 'failed') return [`${name}: ${fullName}: ${firstLine(failureMessages?.[0])}`]
      return status === 'failed' && result !== 'passed' ? [`${name}: ${fullName}: did not run`] : []
    })
    if (status === 'failed' && failures.length === 0)
      return { passed, failures: [`${name}: did not run: ${firstLine(message)}`] }
    return { passed, failures }
  })
  return withExitCode(sum(counts), exitCode, what)
}

/** Counts Playwright's JSON report: a test without a result that was not skipped on purpose did not run. */
export function countPlaywright(report: PlaywrightReport | undefined, exitCode: number): TestCount {
  if (!report) return nothingRan('the browser tests')
  const counts = report.suites.flatMap((suite) => countSuite(suite))
  const errors = report.errors.map(({ message }): TestCount => ({
    passed: 0,
    failures: [`the browser tests: ${firstLine(message)}`],
  }))
  return withExitCode(sum([...counts, ...errors]), exitCode, 'the browser tests')
}

function countSuite({ title, suites = [], specs = [] }: PlaywrightSuite, above = ''): TestCount[] {
  const suite = [above, title].filter(Boolean).join(' › ')
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ projectName, expectedStatus, status, results }): TestCount => {
      const name = `[${projectName}] ${suite} › ${spec.title}`
      const ran = results.some((result) => result.status !== 'skipped')
      if (!ran) return { passed: 0, failures: expectedStatus === 'skipped' ? [] : [`${name}: did not run`] }
      const error = results.find((result) => result.error)?.error
      const failed = status === 'unexpected' || status === 'flaky'
      return failed
        ? { passed: 0, failures: [`${name}: ${firstLine(error?.message)}`] }
        : { passed: 1, failures: [] }
    }),
  )
  return [...own, ...suites.flatMap((inner) => countSuite(inner, suite))]
}

/** Counts a run that failed before any test as one failure. */
function withExitCode(count: TestCount, exitCode: number, what: string): TestCount {
  if (exitCode === 0 || count.failures.length > 0) return count
  return { ...count, failures: [`${what}: the run ended with ${exitCode} before its end`] }
}

function nothingRan(what: string): TestCount {
  return { passed: 0, failures: [`${what}: none of them ran, the run left no report`] }
}

/** Adds the results of suites. */
export function sum(counts: TestCount[]): TestCount {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failures: counts.flatMap(({ failures }) => failures),
  }
}

const firstLine = (text = '') => stripVTControlCharacters(text).split('\n')[0] ?? ''
