/** Returns the trace that the server began for the document, so that the page's calls belong to it. Browser only. */
export function documentTraceparent(): string {
  const written = globalThis.document?.querySelector<HTMLMetaElement>('meta[name=traceparent]')
  return written?.content || newTraceparent()
}

/** Returns a new, sampled W3C trace context header (https://www.w3.org/TR/trace-context/). */
function newTraceparent(): string {
  return `00-${hex(16)}-${hex(8)}-01`
}

/** Returns the same trace with a new span id, or a new trace when `parent` is absent or malformed. */
export function childTraceparent(parent: string | null | undefined): string {
  const match = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/.exec(parent ?? '')
  return match ? `00-${match[1]}-${hex(8)}-${match[2]}` : newTraceparent()
}

const pool = new Uint8Array(1024)
let taken = pool.length

/** Returns random bytes in hexadecimal digits, from a pool: each request for random bytes is a system call. */
function hex(bytes: number): string {
  if (taken + bytes > pool.length) {
    crypto.getRandomValues(pool)
    taken = 0
  }
  let digits = ''
  for (const byte of pool.subarray(taken, taken + bytes)) digits += (byte + 256).toString(16).slice(1)
  taken += bytes
  return digits
}
