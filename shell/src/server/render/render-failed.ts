import type { BundleFault } from '@mallhive/sandbox/bundle-fault'

/** Thrown for pages whose process has ended. */
export class RenderFailed extends Error {
  override name = 'RenderFailed'
  /** Whether this page was being worked on when the process ended. */
  readonly wasHit: boolean
  /** The id of the release at fault; undefined where none is known. */
  readonly release: string | undefined

  constructor(fault: BundleFault, wasHit: boolean, release?: string) {
    super(fault.message, { cause: fault })
    this.wasHit = wasHit
    this.release = release
  }
}
