/** Runs work that must end: past the deadline its signal aborts and the answer is a TimeoutError, whatever it does. */
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
