import { Code, ConnectError } from '@connectrpc/connect'

/** The cancellation and the deadline of one call. */
export interface CallLimit extends Disposable {
  /** Aborted when the caller cancels or the deadline passes. */
  signal: AbortSignal
  leftMs: () => number | undefined
  /** Resolves with the result of `work`, or rejects with `canceled` or `deadline_exceeded` when that comes first. */
  within: <T>(work: Promise<T>) => Promise<T>
}

/**
 * Combines the caller's signal and a timeout into one limit. `within` rejects at once when the caller has already
 * cancelled.
 */
export function callLimit(caller: AbortSignal | undefined, timeoutMs: number | undefined): CallLimit {
  const endsAt = timeoutMs === undefined ? undefined : Date.now() + timeoutMs
  const controller = new AbortController()
  const { promise: over, reject } = Promise.withResolvers<never>()
  over.catch(() => {}) // `within` may not have been called: without a handler the rejection would end the process
  const end = (error: ConnectError) => {
    reject(error)
    controller.abort(error)
  }
  const cancel = () => end(new ConnectError('the call was cancelled', Code.Canceled))
  const expire = () => end(new ConnectError('the call took too long', Code.DeadlineExceeded))
  if (caller?.aborted) cancel()
  caller?.addEventListener('abort', cancel)
  const timer = timeoutMs === undefined ? undefined : setTimeout(expire, timeoutMs)
  return {
    signal: controller.signal,
    leftMs: () => endsAt && endsAt - Date.now(),
    within: (work) => Promise.race([over, work]),
    [Symbol.dispose]() {
      clearTimeout(timer)
      caller?.removeEventListener('abort', cancel)
    },
  }
}
