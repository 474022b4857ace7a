import { HttpError } from '../http-error.ts'
import { msg } from '../messages.ts'

const soon = { 'retry-after': '1' }

/** Why a call of a bundle is not answered. */
export const bundleRefusals = {
  failed: () => new HttpError(503, 'BUNDLE_FAILED', msg('failed')),
  busy: () => new HttpError(503, 'BUNDLE_BUSY', msg('busy'), soon),
  restarting: (leftMs: number) =>
    new HttpError(503, 'BUNDLE_RESTARTING', msg('restarting'), {
      'retry-after': String(Math.ceil(leftMs / 1000)),
    }),
  unloaded: () => new HttpError(503, 'UNAVAILABLE', msg('unavailable'), soon),
  /** The client has disconnected, or the deadline was answered already. */
  cancelled: () => new HttpError(499, 'CANCELLED', 'The call ended before it was answered.'),
}
