import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { lanes } from './checks.ts'
import { type Check, type Outcome, sum } from './outcome.ts'

const program = fileURLToPath(new URL('check-main.ts', import.meta.url))

/**
 * Runs the checks whose names are given, or all, and prints what they found; the last line is one JSON object. What a machine
 * lacks is named in `notRun` and fails only a strict run. Returns the exit code.
 */
export async function check(names: string[], strict: boolean): Promise<number> {
  const unknown = names.filter((name) => !lanes.flat().some((known) => known.name === name))
  if (unknown.length > 0) {
    const known = lanes.flat().map(({ name }) => name)
    console.error(`no check is called ${unknown.join(', ')}; there are ${known.join(', ')}`)
    return 2
  }
  const wanted = ({ name }: Check) => names.length === 0 || names.includes(name)
  const outcomes = (await Promise.all(lanes.map((lane) => runLane(lane.filter(wanted))))).flat()
  const passed = outcomes.filter(({ failures }) => !failures?.length).length
  const { counts, failures, notRun } = sum(outcomes)
  const refused = strict ? [...failures, ...notRun.map((line) => `not run: ${line}`)] : failures
  if (refused.length > 0) console.log(`Failed:\n  ${refused.join('\n  ')}`)
  console.log(`${passed} passed, ${refused.length} failed`)
  console.log(JSON.stringify({ ...counts, notRun }))
  return refused.length === 0 ? 0 : 1
}

async function runLane(checks: Check[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { name } of checks) {
    const began = performance.now()
    const outcome = await runApart(name)
    outcomes.push(outcome)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const { counts = {}, failures = [], notRun = [] } = outcome
    console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s) ${JSON.stringify(counts)}`)
    for (const line of notRun) console.log(`     NOT RUN: ${line}`)
  }
  return outcomes
}

/** Runs a check in a process of its own, so that checks that block it do not hold up those beside them. */
function runApart(name: string): Promise<Outcome> {
  const child = fork(program, [name])
  let outcome: Outcome | undefined
  child.once('message', (found) => {
    outcome = found as Outcome
    child.disconnect()
  })
  return new Promise((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(outcome ?? { failures: [`${name}: ended with ${signal ?? code}`] }),
    )
  })
}
