import { HttpError } from '../http-error.ts'

/** Why a call of a bundle is not answered, by the name of its release (`cart@1.5.0`). */
export const bundleRefusals = {
  failed: (name: string) =>
    new HttpError(
      503,
      'BUNDLE_FAILED',
      `The API of ${name} failed while it was answering. Please try again.`,
    ),
  busy: (name: string) =>
    new HttpError(503, 'BUNDLE_BUSY', `The API of ${name} has too much to do. Please try again.`, {
      'retry-after': '1',
    }),
  restarting: (name: string, leftMs: number) =>
    new HttpError(503, 'BUNDLE_RESTARTING', `The API of ${name} failed and is started again in a moment.`, {
      'retry-after': String(Math.ceil(leftMs / 1000)),
    }),
  unloaded: (name: string) =>
    new HttpError(503, 'UNAVAILABLE', `The API of ${name} was just unloaded. Please try again.`, {
      'retry-after': '1',
    }),
  /** The client has disconnected, or the deadline was answered already. */
  cancelled: () => new HttpError(499, 'CANCELLED', 'The call ended before it was answered.'),
}
