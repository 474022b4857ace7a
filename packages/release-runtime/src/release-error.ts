export type ReleaseReason =
  | 'INVALID' // a malformed declaration, descriptor, pointer or option
  | 'BUILD_FAILED'
  | 'EXISTS' // the version is taken by other bytes
  | 'NOT_PUBLISHED'
  | 'NOT_PROMOTED' // never live, so only a preview host shows it
  | 'RETIRED' // stopped being live longer ago than the retention time
  | 'EVICTED' // out of service after repeated runtime failures; another version serves
  | 'WITHDRAWN' // must not run any more
  | 'NOTHING_LIVE'
  | 'LOST_RACE' // a concurrent change moved the pointer
  | 'REFUSED' // by the gate: it would break a live release
  | 'ROLLED_BACK' // the canary did worse than the stable version
  | 'UNTRUSTED' // not signed, or by a key that may not sign it
  | 'ALTERED' // bytes do not match the published hash
  | 'BUSY' // too many versions are loaded
  | 'UNREACHABLE'

/** A refusal of a release command or the registry. The message is for people and logs. */
export class ReleaseError extends Error {
  override name = 'ReleaseError'
  readonly reason: ReleaseReason

  constructor(reason: ReleaseReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
