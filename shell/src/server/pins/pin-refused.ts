import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { ReleaseReason } from '@mallhive/release-runtime/release-error'

/** A refused pin, with a message for the person who set it. */
export class PinRefused extends Error {
  override name = 'PinRefused'
}

const reasons: Partial<Record<ReleaseReason, string>> = {
  NOT_PUBLISHED: 'there is no such release',
  NOT_PROMOTED: 'it has never been live; open it by the preview link that `publish` printed',
  WITHDRAWN: 'it was withdrawn',
  RETIRED: 'it stopped being live too long ago and is no longer kept',
  UNTRUSTED: 'it has no valid signature',
  ALTERED: 'its files differ from those that were published',
  INVALID: 'this mall can’t read it',
  BUSY: 'too many other releases are open right now; load the page again in a minute',
  UNREACHABLE: 'the store of releases is not responding right now',
}

export function whyRefused(error: unknown): string {
  if (error instanceof PinRefused) return error.message
  if (error instanceof ReleaseError) return reasons[error.reason] ?? error.message
  if (error instanceof Error && error.name === 'TimeoutError') return 'it took too long to fetch'
  return `its server code does not run: ${error instanceof Error ? error.message : String(error)}`
}
