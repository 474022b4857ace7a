import { checks } from './checks.ts'
import { type Check, type Outcome, sum } from './outcome.ts'

/**
 * Runs the checks whose names are given, or all, and prints what they found; the last line is one JSON object. What a machine
 * lacks is named in `notRun` and fails only a strict run. Returns the exit code.
 */
export async function check(names: string[], strict: boolean): Promise<number> {
  const unknown = names.filter((name) => !checks.some((known) => known.name === name))
  if (unknown.length > 0) throw new Error(`no check is called ${unknown.join(', ')}`)
  const outcomes: Outcome[] = []
  let passed = 0
  for (const each of checks.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const outcome = await runOne(each)
    if (!outcome.failures?.length) passed += 1
    outcomes.push(outcome)
  }
  const { counts, failures, notRun } = sum(outcomes)
  const refused = strict ? [...failures, ...notRun.map((line) => `not run: ${line}`)] : failures
  if (refused.length > 0) console.log(`Failed:\n  ${refused.join('\n  ')}`)
  console.log(`${passed} passed, ${refused.length} failed`)
  console.log(JSON.stringify({ ...counts, notRun }))
  return refused.length === 0 ? 0 : 1
}

async function runOne({ name, run }: Check): Promise<Outcome> {
  const began = performance.now()
  const outcome = await Promise.resolve()
    .then(run)
    .catch((error: unknown): Outcome => ({ failures: [`${name}: ${messageOf(error)}`] }))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const { counts = {}, failures = [], notRun = [] } = outcome
  console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s) ${JSON.stringify(counts)}`)
  for (const line of notRun) console.log(`     NOT RUN: ${line}`)
  return outcome
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
