import type { BffTransport, NamedRelease } from '../bff-transport.ts'
import { batchedCalls } from '../trpc/bff-calls.ts'
import type { CallType } from '../trpc/bff-calls.ts'
import type { JsonClient } from './json-client.ts'
import { untilAborted } from './until-aborted.ts'

/** A loader, or several that share a deadline. */
export interface Caller {
  /** Aborted when the deadline passes. */
  signal: AbortSignal
  /** The span that the calls belong to. */
  traceparent: string
}

export interface DocumentCallsOptions {
  client: JsonClient
  releases: Record<string, NamedRelease>
  /** Headers of each request: the shopper's cookies and address. */
  headers: Record<string, string>
}

/** Returns the BFF transports of one document's loaders, whose calls of the same tick to one BFF share a request. */
export function openDocumentCalls({
  client,
  releases,
  headers,
}: DocumentCallsOptions): (caller: Caller) => BffTransport {
  const byMfe = new Map<string, ReturnType<typeof callsOf>>()

  function callsOf(mfe: string, { version }: NamedRelease) {
    return batchedCalls<Caller>(({ method, path, body, callers }) =>
      client({
        method,
        path: `/api/${mfe}/${path}`,
        body,
        headers: {
          ...headers,
          // One request has one parent: the span of its first call.
          ...(callers[0] && { traceparent: callers[0].traceparent }),
          'x-mall-release': `${mfe}@${version}`,
        },
        signal: whenAllAborted(callers.map(({ signal }) => signal)),
      }),
    )
  }

  async function call(caller: Caller, mfe: string, type: CallType, path: string, input: unknown) {
    const release = releases[mfe]
    if (!release) throw new Error(`No release of ${mfe} is live.`)
    const calls = byMfe.get(mfe) ?? callsOf(mfe, release)
    byMfe.set(mfe, calls)
    return untilAborted(calls(type, path, input, caller), caller.signal)
  }

  return (caller) => ({ releases, call: (...args) => call(caller, ...args) })
}

/** A request goes on while one of its callers waits for it. */
function whenAllAborted(signals: AbortSignal[]): AbortSignal | undefined {
  const [first, ...others] = new Set(signals)
  if (others.length === 0) return first
  const waiting = new Set(signals)
  const all = new AbortController()
  for (const signal of waiting) {
    const leave = () => waiting.delete(signal) && waiting.size === 0 && all.abort(signal.reason)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  }
  return all.signal
}
