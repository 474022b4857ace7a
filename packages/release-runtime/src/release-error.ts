export type ReleaseReason =
  | 'INVALID' // a declaration, descriptor or pointer that makes no sense
  | 'BUILD_FAILED'
  | 'EXISTS' // the version is taken by other bytes
  | 'NOT_PUBLISHED'
  | 'NOT_PROMOTED' // never live, so only a preview host shows it
  | 'RETIRED' // was live, too long ago
  | 'EVICTED' // failed again and again while it ran; another version serves
  | 'WITHDRAWN' // never to run again
  | 'NOTHING_LIVE'
  | 'LOST_RACE' // somebody else moved the pointer
  | 'REFUSED' // the gate: it would break what is live
  | 'ROLLED_BACK' // shoppers fared worse with a canary
  | 'UNTRUSTED' // not signed, or not by a key that may
  | 'ALTERED' // bytes that do not have the published hash
  | 'BUSY' // too many versions loaded
  | 'UNREACHABLE'

/** What a release verb or the registry refuses, in words for the person or log that gets it. */
export class ReleaseError extends Error {
  override name = 'ReleaseError'
  readonly reason: ReleaseReason

  constructor(reason: ReleaseReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
