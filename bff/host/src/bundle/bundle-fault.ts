export type FaultKind =
  | 'FAILED_TO_START'
  | 'EXITED'
  | 'UNRESPONSIVE' // its event loop does not turn
  | 'CPU' // burns CPU without answering calls
  | 'MEMORY'
  | 'FLOODED' // writes more log than anybody could read
  | 'MALFORMED' // sends what the host never asked for

/** Why a bundle's process ended or was ended. */
export class BundleFault extends Error {
  override name = 'BundleFault'
  readonly kind: FaultKind

  constructor(kind: FaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}
