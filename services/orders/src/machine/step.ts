import type { Deps } from '../deps.ts'
import type { Row, State } from './advance.ts'

export type StepDeps = Pick<Deps, 'db' | 'inventory' | 'payments' | 'advance' | 'timing' | 'log'>

/**
 * The work of one state: call another service, then advance. The call is outside of any transaction and any driver may repeat
 * it. Returns the moved row; undefined when another driver was faster; `not yet` to retry later.
 */
export type Step = {
  run(deps: StepDeps, row: Row): Promise<Row | undefined | 'not yet'>
  /** Next state of an expired checkout instead of a retry. A step without it retries until it succeeds. */
  whenExpired?: State
}
