import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'

export interface Thrown {
  error: unknown
  /** The script's address, for an error without a stack. */
  where?: string
  /** The release whose boundary caught the error. */
  caughtBy?: Pick<AssignedRelease, 'name' | 'version'>
}

/** Records page changes and errors until the beacon has loaded. */
export const journal = {
  thrown: [] as Thrown[],
  /** Pages with the time since which each was shown, in ms since the document began. */
  pages: [] as { page: string | undefined; sinceMs: number }[],
  /** Called for every error; loads the beacon. */
  onThrown: () => {},
}

const most = 50

export function noteThrown(thrown: Thrown): void {
  // Bounds the memory of a loop that throws.
  if (journal.thrown.length >= most) return
  journal.thrown.push(thrown)
  journal.onThrown()
}
