/** @type {WeakSet<object>} */
const created = new WeakSet()

/** Returns the error of a request to the host that its call did not outlive. */
export function callEnded() {
  const error = new DOMException('The call has ended.', 'AbortError')
  created.add(error)
  return error
}

/**
 * Ends the process for an unhandled rejection, as Node does by default, unless it only says that a call has ended: a browser
 * that disconnects must not end the process of a bundle that awaits one request before another.
 * @param {unknown} reason
 */
export function onUnhandledRejection(reason) {
  if (typeof reason !== 'object' || reason === null || !created.has(reason)) throw reason
}
