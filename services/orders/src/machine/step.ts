import type { Deps } from '../deps.ts'
import type { Row, State } from './advance.ts'

export type StepDeps = Pick<Deps, 'db' | 'inventory' | 'payments' | 'advance' | 'timing' | 'log'>

/**
 * One state's work: call another service, then advance. The call stands outside every transaction and may be repeated by
 * anybody at any time. Answers the moved row; nothing when another driver was faster; `not yet` to be asked again.
 */
export type Step = {
  run(deps: StepDeps, row: Row): Promise<Row | undefined | 'not yet'>
  /** Where an expired checkout turns to instead of asking again. A step without it goes on until it succeeds. */
  whenExpired?: State
}
