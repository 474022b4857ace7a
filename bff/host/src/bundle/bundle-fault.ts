export type FaultKind =
  | 'FAILED_TO_START'
  | 'EXITED'
  | 'UNRESPONSIVE' // its event loop is blocked
  | 'CPU' // burns CPU without answering calls
  | 'MEMORY'
  | 'FLOODED' // exceeds its log budget
  | 'MALFORMED' // sends invalid or unsolicited messages

/** Why a bundle's process ended or was ended. */
export class BundleFault extends Error {
  override name = 'BundleFault'
  readonly kind: FaultKind

  constructor(kind: FaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}
