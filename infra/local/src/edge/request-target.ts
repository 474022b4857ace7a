/** Path and query of a request; a query includes its question mark, or is empty. */
export type RequestTarget = { path: string; query: string }

/**
 * Parses a request target. Returns undefined when an origin could interpret it differently than the edge: it is no path, has
 * empty or dot segments, encoded dots, separators or control characters, escapes of characters that need none (`/%5Fmall`), or
 * characters that browsers encode.
 */
export function parseTarget(target: string): RequestTarget | undefined {
  if (!/^\/[\x21-\x7e]*$/.test(target) || target.includes('#')) return undefined
  const end = target.indexOf('?')
  const path = end === -1 ? target : target.slice(0, end)
  return isPlain(path) ? { path, query: target.slice(path.length) } : undefined
}

function isPlain(path: string): boolean {
  // An origin may decode repeatedly: %252e becomes a dot as well.
  const flat = path.replaceAll(/%(?:25)+/gi, '%')
  const hidden = /%(?:2[ef]|5c|[01][\da-f]|7f)/i.test(flat) || path.includes('\\')
  const hasNeedless = /%(?:2d|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/i.test(path)
  const segments = path.replace(/\/$/, '').split('/').slice(1)
  return (
    !hidden &&
    !hasNeedless &&
    isDecodable(path) &&
    !segments.some((segment) => ['', '.', '..'].includes(segment))
  )
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
