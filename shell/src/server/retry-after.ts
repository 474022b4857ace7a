/** By status, in seconds: the BFF's budgets last a minute, and a part that is down is back within seconds. */
const seconds = new Map([
  [429, 60],
  [503, 5],
])

/** Returns the Retry-After header of an answer with this status, empty for one that a repetition would not change. */
export function retryAfter(status: number): Record<string, string> {
  const after = seconds.get(status)
  return after === undefined ? {} : { 'retry-after': String(after) }
}
