import type { Candidate } from './candidate.ts'
import type { LiveMall } from './live-mall.ts'
import { CannotCheck } from './refusal.ts'
import type { Refusal, Skipped } from './refusal.ts'
import { refusals } from './refusals.ts'

export interface Verdict {
  refused: Refusal[]
  /** Checks that could not run, and why. */
  skipped: Skipped[]
}

/** Runs all checks of the gate: returns the refusals, for everything live that the release would break. */
export async function checkRelease(candidate: Candidate, mall: LiveMall): Promise<Verdict> {
  const verdict: Verdict = { refused: [], skipped: [] }
  for (const { name, run } of refusals) {
    try {
      verdict.refused.push(...(await run(candidate, mall)).map((found) => ({ refusal: name, ...found })))
    } catch (error) {
      if (!(error instanceof CannotCheck)) throw error
      verdict.skipped.push({ check: name, why: error.message })
    }
  }
  return verdict
}
