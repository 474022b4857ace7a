import type { Sandbox } from '@mallhive/sandbox/program'
import type { HeldReleases } from './hold-releases.ts'
import type { Calls } from './open-calls.ts'
import type { Marks } from './open-marks.ts'
import type { PageScope } from './page-scope.ts'

export interface PageTools {
  id: number
  send: Sandbox['send']
  /** The host refuses longer frames. */
  mostBytes: number
  held: HeldReleases
  marks: Marks
  calls: Calls
  /** Aborted when the host no longer needs the page. */
  signal: AbortSignal
}

/** Returns what every answer about a page says. */
export const outcomeOf = ({ failed, unfinished }: PageScope, id: number) => ({
  id,
  failed: [...failed],
  unfinished: [...unfinished],
})
