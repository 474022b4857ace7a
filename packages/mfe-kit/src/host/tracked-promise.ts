/**
 * A promise with the fields of React's `use`: with `status` set it reads `value` immediately instead of suspending for
 * a tick.
 */
export type TrackedPromise<T> = Promise<T> & {
  status?: 'pending' | 'fulfilled' | 'rejected'
  value?: T
  reason?: unknown
}

/** Sets `status` when the promise settles. The rejection counts as handled: rendering the promise throws it. */
export function track<T>(promise: Promise<T>): TrackedPromise<T> {
  const tracked: TrackedPromise<T> = promise
  tracked.status = 'pending'
  void settle(tracked)
  return tracked
}

async function settle<T>(tracked: TrackedPromise<T>) {
  try {
    tracked.value = await tracked
    tracked.status = 'fulfilled'
  } catch (reason) {
    tracked.reason = reason
    tracked.status = 'rejected'
  }
}
