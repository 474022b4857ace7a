export type FaultKind =
  | 'FAILED_TO_START'
  | 'EXITED'
  | 'UNRESPONSIVE' // its event loop is blocked
  | 'HANGING' // leaves calls unanswered although its event loop is free
  | 'CPU' // burns CPU without answering calls
  | 'MEMORY'
  | 'FLOODED' // exceeds its log budget or its requests to the host
  | 'COOKIES' // exceeds its cookies, which are dropped
  | 'MALFORMED' // sends invalid or unsolicited messages

/** Why a bundle's process ended or was ended, or what the host refused to it. */
export class BundleFault extends Error {
  override name = 'BundleFault'
  readonly kind: FaultKind

  constructor(kind: FaultKind, message: string) {
    super(message)
    this.kind = kind
  }

  /** Whether the process ended. Refused cookies harm only the team's own pages, so its process goes on. */
  get endsProcess(): boolean {
    return this.kind !== 'COOKIES'
  }
}
