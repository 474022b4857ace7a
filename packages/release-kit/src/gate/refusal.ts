import type { Candidate } from './candidate.ts'
import type { LiveMall } from './live-mall.ts'

/** Why a release is refused: who would be hurt, where, and what to do. */
export interface Refusal {
  /** Which check refuses: `fragment-props`. */
  refusal: string
  /** Who is live and would break, or is in the way: `catalog@1.5.0`, `the shell`. */
  counterpart?: string
  /** File and line of whoever must be looked at: `src/parts/buy-box.tsx:22`. */
  at?: string
  problem: string
  fix: string
}

/** A check that could not be made, and why. */
export interface Skipped {
  check: string
  why: string
}

/** One check of the gate. */
export interface Check {
  name: string
  run: (candidate: Candidate, mall: LiveMall) => Promise<Omit<Refusal, 'refusal'>[]>
}

/** Thrown by a check that cannot be made here. */
export class CannotCheck extends Error {
  override name = 'CannotCheck'
}
