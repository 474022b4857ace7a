import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'

export interface Thrown {
  error: unknown
  /** Where a script without a stack says it was. */
  where?: string
  /** Whose boundary caught it. */
  caughtBy?: Pick<AssignedRelease, 'name' | 'version'>
}

/** What happens before the beacon is there to tell it. */
export const journal = {
  thrown: [] as Thrown[],
  /** Which page was shown since when, in milliseconds of this document. */
  pages: [] as { page: string | undefined; sinceMs: number }[],
  /** Called for everything that throws; wakes the beacon. */
  onThrown: () => {},
}

const most = 50

export function noteThrown(thrown: Thrown): void {
  // A loop that throws must not fill the memory.
  if (journal.thrown.length >= most) return
  journal.thrown.push(thrown)
  journal.onThrown()
}
