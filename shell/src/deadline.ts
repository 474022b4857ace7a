/** Runs work with a deadline. When it passes, the work's signal aborts and the promise rejects with a TimeoutError. */
export async function withDeadline<T>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const timeout = new DOMException(`Not done within ${timeoutMs} ms`, 'TimeoutError')
    controller.abort(timeout)
    reject(timeout)
  }, timeoutMs)
  try {
    return await Promise.race([work(controller.signal), tooLate])
  } finally {
    clearTimeout(timer)
  }
}
