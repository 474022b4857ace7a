/** Path and query of a request; the query includes its question mark and is empty when there is none. */
export type RequestTarget = { path: string; query: string }

/**
 * Parses a request target, or returns undefined for one that an origin may read differently than the edge: one that is
 * no path, has empty or dot segments, dots, separators or control characters in an encoded form, or characters that
 * browsers encode.
 */
export function parseTarget(target: string): RequestTarget | undefined {
  if (!/^\/[\x21-\x7e]*$/.test(target) || target.includes('#')) return undefined
  const end = target.indexOf('?')
  const path = end === -1 ? target : target.slice(0, end)
  return isPlain(path) ? { path, query: target.slice(path.length) } : undefined
}

function isPlain(path: string): boolean {
  // An origin may decode more than once: %252e is a dot too.
  const flat = path.replaceAll(/%(?:25)+/gi, '%')
  const hidden = /%(?:2[ef]|5c|[01][\da-f]|7f)/i.test(flat) || path.includes('\\')
  const segments = path.replace(/\/$/, '').split('/').slice(1)
  return !hidden && isDecodable(path) && !segments.some((segment) => ['', '.', '..'].includes(segment))
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
