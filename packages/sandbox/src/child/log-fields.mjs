// The host refuses longer lines.
export const mostMessageChars = 4000
const mostChars = 8000

/**
 * Makes the fields of a log line serialisable: errors with their stacks, big integers as text.
 * @param {object} fields
 * @returns {unknown}
 */
export function logFields(fields) {
  try {
    const json = JSON.stringify(fields, (_name, value) => plain(value))
    return json.length > mostChars ? { cut: json.slice(0, mostChars) } : JSON.parse(json)
  } catch (error) {
    return { unreadable: String(error) }
  }
}

/** @param {unknown} value @returns {unknown} */
function plain(value) {
  if (typeof value === 'bigint') return String(value)
  if (!(value instanceof Error)) return value
  const { name, message, stack, cause, ...own } = value
  return { type: name, message, stack, cause, ...own }
}
