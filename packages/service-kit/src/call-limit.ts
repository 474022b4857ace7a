import { Code, ConnectError } from '@connectrpc/connect'

/** Until when a call may go on: its caller's cancellation and deadline. */
export interface CallLimit extends Disposable {
  /** For the one who works: aborts when the call has ended early, and only then. */
  signal: AbortSignal
  leftMs: () => number | undefined
  /** The answer of `work`, or `canceled` or `deadline_exceeded` when that comes first. */
  within: <T>(work: Promise<T>) => Promise<T>
}

/** @throws ConnectError `canceled` when the caller has gone already */
export function callLimit(caller: AbortSignal | undefined, timeoutMs: number | undefined): CallLimit {
  const endsAt = timeoutMs === undefined ? undefined : Date.now() + timeoutMs
  const controller = new AbortController()
  const { promise: over, reject } = Promise.withResolvers<never>()
  over.catch(() => {}) // nobody may be waiting for it
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
