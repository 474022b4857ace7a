import type { Candidate } from './candidate.ts'
import type { LiveMall } from './live-mall.ts'

/** Why a release is refused: what it would break, where, and how to fix it. */
export interface Refusal {
  /** The check that refuses: `fragment-props`. */
  refusal: string
  /** The live release that would break or conflicts: `catalog@1.5.0`, `the shell`. */
  counterpart?: string
  /** File and line to look at: `src/parts/buy-box.tsx:22`. */
  at?: string
  problem: string
  fix: string
}

/** A check that could not run, and why. */
export interface Skipped {
  check: string
  why: string
}

/** One check of the gate. */
export interface Check {
  name: string
  run: (candidate: Candidate, mall: LiveMall) => Promise<Omit<Refusal, 'refusal'>[]>
}

/** Thrown by a check that cannot run here. */
export class CannotCheck extends Error {
  override name = 'CannotCheck'
}
