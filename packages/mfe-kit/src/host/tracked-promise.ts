/** What React's `use` looks at: with `status` set it reads `value` at once instead of suspending for a tick. */
export type TrackedPromise<T> = Promise<T> & {
  status?: 'pending' | 'fulfilled' | 'rejected'
  value?: T
  reason?: unknown
}

/** Marks the promise as it settles. Its rejection counts as handled: whoever renders it gets to know. */
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
