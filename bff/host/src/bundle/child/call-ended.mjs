/** @type {WeakSet<object>} */
const created = new WeakSet()

/** Returns the error of a request to the host that its call did not outlive. */
export function callEnded() {
  const error = new DOMException('The call has ended.', 'AbortError')
  created.add(error)
  return error
}

/**
 * Whether `callEnded` created the error.
 * @param {unknown} error
 */
export function isCallEnded(error) {
  return typeof error === 'object' && error !== null && created.has(error)
}
