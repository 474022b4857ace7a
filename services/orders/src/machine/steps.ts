import type { State } from './advance.ts'
import type { Step } from './step.ts'
import { authorising } from './steps/authorising.ts'
import { capturing } from './steps/capturing.ts'
import { challenged } from './steps/challenged.ts'
import { placing } from './steps/placing.ts'
import { releasing } from './steps/releasing.ts'
import { reserving } from './steps/reserving.ts'
import { voiding } from './steps/voiding.ts'

/** Steps by state. States without a step wait for the shopper (`open`), for staff (`capture_refused`), or are final. */
export const steps: Partial<Record<State, Step>> = {
  reserving,
  authorising,
  challenged,
  placing,
  capturing,
  voiding,
  releasing,
}
