/** The result of one suite. Tests that did not run count as failed. */
export type TestCount = { passed: number; failed: number; didNotRun: string[] }

type VitestReport = {
  testResults: {
    name: string
    status: 'passed' | 'failed'
    message: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

type PlaywrightTest = { projectName: string; expectedStatus: string; results: { status: string }[] }
type PlaywrightSuite = {
  title: string
  suites?: PlaywrightSuite[]
  specs?: { title: string; tests: (PlaywrightTest & { status: string })[] }[]
}
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] }

/** Counts Vitest's JSON report. In a failed file, tests without a result, or the file itself if it has none, did not run. */
export function countVitest(report: VitestReport | undefined, exitCode: number): TestCount {
  if (!report) return nothingRan('the unit and integration tests')
  const counts = report.testResults.map(({ name, status, message, assertionResults }): TestCount => {
    const having = (wanted: string) => assertionResults.filter((test) => test.status === wanted)
    const passed = having('passed').length
    const broken = having('failed').length
    if (status !== 'failed') return { passed, failed: broken, didNotRun: [] }
    const unrun = assertionResults.filter((test) => !['passed', 'failed'].includes(test.status))
    const didNotRun = unrun.map(({ fullName }) => `${name}: ${fullName}`)
    if (broken === 0 && unrun.length === 0) didNotRun.push(`${name}: ${firstLine(message)}`)
    return { passed, failed: broken + didNotRun.length, didNotRun }
  })
  return withExitCode(sum(counts), exitCode, 'the unit and integration tests')
}

/** Counts Playwright's JSON report: a test without a result that was not skipped on purpose did not run. */
export function countPlaywright(report: PlaywrightReport | undefined, exitCode: number): TestCount {
  if (!report) return nothingRan('the browser tests')
  const counts = report.suites.flatMap((suite) => countSuite(suite))
  const errors = report.errors.map(({ message = '' }): TestCount => ({
    passed: 0,
    failed: 1,
    didNotRun: [`the browser tests: ${firstLine(message)}`],
  }))
  return withExitCode(sum([...counts, ...errors]), exitCode, 'the browser tests')
}

function countSuite({ title, suites = [], specs = [] }: PlaywrightSuite, above = ''): TestCount[] {
  const name = [above, title].filter(Boolean).join(' › ')
  const own = specs.flatMap((spec) =>
    spec.tests.map((test): TestCount => {
      const ran = test.results.some(({ status }) => status !== 'skipped')
      if (!ran && test.expectedStatus !== 'skipped')
        return {
          passed: 0,
          failed: 1,
          didNotRun: [`[${test.projectName}] ${name} › ${spec.title}`],
        }
      const failed = test.status === 'unexpected' || test.status === 'flaky' ? 1 : 0
      return { passed: ran && !failed ? 1 : 0, failed, didNotRun: [] }
    }),
  )
  return [...own, ...suites.flatMap((suite) => countSuite(suite, name))]
}

/** Counts a run that failed before any test as one failure. */
function withExitCode(count: TestCount, exitCode: number, what: string): TestCount {
  if (exitCode === 0 || count.failed > 0) return count
  return { ...count, failed: 1, didNotRun: [`${what}: the run ended with ${exitCode} before its end`] }
}

function nothingRan(what: string): TestCount {
  return { passed: 0, failed: 1, didNotRun: [`${what}: none of them, the run left no report`] }
}

function sum(counts: TestCount[]): TestCount {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
    didNotRun: counts.flatMap(({ didNotRun }) => didNotRun),
  }
}

const firstLine = (text: string) => text.split('\n')[0] ?? ''
