/**
 * The client's side of tRPC's HTTP protocol (https://trpc.io/docs/rpc): batches of JSON, without links, transformers and
 * subscriptions. A sixth of the size of tRPC's own client, which every page would load.
 */
export type CallType = 'query' | 'mutation'
export type Call = (type: CallType, path: string, input: unknown) => Promise<unknown>

/** One request with the calls of a batch. */
interface BatchRequest<Caller> {
  method: 'GET' | 'POST'
  /** Below the BFF's path: `getCart,miniCart?batch=1&input=…`. */
  path: string
  /** JSON. */
  body?: string
  /** The callers of the batch, in the order of its calls. */
  callers: Caller[]
}

/** Sends a request and returns its response as `readResponse` does. */
type Send<Caller> = (request: BatchRequest<Caller>) => Promise<unknown>

/** A refusal or failure in the BFF's response, or a refusal before it. Without `data` the BFF did not respond. */
export class BffError extends Error {
  override name = 'BffError'
  readonly data?: BffErrorData

  constructor(message: string, options: { cause?: unknown; data?: BffErrorData } = {}) {
    super(message, options)
    this.data = options.data
  }
}

export interface BffErrorData {
  code: string
  httpStatus: number
  reason?: string
  fields?: Record<string, string>
}

/** Batch limit: the BFF host refuses longer batches, and URLs must stay below every proxy's limit. */
const maxItems = 10
const maxInputLength = 3000

interface Waiting<Caller> {
  path: string
  input: unknown
  caller: Caller
  resolve: (data: unknown) => void
  reject: (error: unknown) => void
}

/** Returns a caller that batches calls of the same tick, queries and mutations separately. */
export function batchedCalls<Caller = void>(
  send: Send<Caller>,
): (type: CallType, path: string, input: unknown, caller: Caller) => Promise<unknown> {
  const waiting: Record<CallType, Waiting<Caller>[]> = { query: [], mutation: [] }

  function flush(type: CallType) {
    const calls = waiting[type]
    waiting[type] = []
    for (const batch of batchesOf(calls)) void answer(batch, send(requestOf(type, batch)))
  }

  return (type, path, input, caller) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    if (waiting[type].push({ path, input, caller, resolve, reject }) === 1) setTimeout(flush, 0, type)
    return promise
  }
}

function batchesOf<Caller>(calls: Waiting<Caller>[]): Waiting<Caller>[][] {
  const batches: Waiting<Caller>[][] = []
  let length = 0
  for (const call of calls) {
    const size = call.path.length + encodeURIComponent(JSON.stringify(call.input) ?? '').length
    const last = batches.at(-1)
    if (last && last.length < maxItems && length + size <= maxInputLength) {
      last.push(call)
      length += size
    } else {
      batches.push([call])
      length = size
    }
  }
  return batches
}

function requestOf<Caller>(type: CallType, batch: Waiting<Caller>[]): BatchRequest<Caller> {
  const input = JSON.stringify(Object.fromEntries(batch.map((call, index) => [index, call.input])))
  const path = `${batch.map((call) => call.path).join()}?batch=1`
  const callers = batch.map(({ caller }) => caller)
  return type === 'query'
    ? { method: 'GET', path: `${path}&input=${encodeURIComponent(input)}`, callers }
    : { method: 'POST', path, body: input, callers }
}

interface Envelope {
  result?: { data?: unknown }
  error?: { message: string; data: BffErrorData }
}

/**
 * Returns the parsed body of a response. A 4xx without an envelope, which something before the BFF answered, becomes one with its
 * status.
 * @throws SyntaxError when another body is not JSON
 */
export function readResponse(status: number, text: string): unknown {
  if (status < 400 || status > 499) return JSON.parse(text)
  try {
    const body: unknown = JSON.parse(text)
    if (Array.isArray(body) || isRefusal(body)) return body
  } catch {}
  const data = { code: 'REFUSED', httpStatus: status }
  return { error: { message: refusals[status] ?? 'The mall refused this request.', data } } satisfies Envelope
}

const refusals: Record<number, string> = {
  413: 'This is more than the mall accepts at once.',
  429: 'Too many requests came from your network. Please try again in a moment.',
}

const isRefusal = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'error' in body &&
  typeof body.error === 'object' &&
  body.error !== null &&
  'data' in body.error

async function answer<Caller>(batch: Waiting<Caller>[], sent: Promise<unknown>): Promise<void> {
  try {
    const body = await sent
    for (const [index, { resolve, reject }] of batch.entries()) {
      // When the whole batch was refused, one error stands for all calls.
      const envelope: Envelope | undefined = Array.isArray(body) ? body[index] : body
      if (envelope?.result) resolve(envelope.result.data)
      else reject(new BffError(envelope?.error?.message ?? 'No answer', { data: envelope?.error?.data }))
    }
  } catch (cause) {
    for (const { reject } of batch) reject(new BffError('The BFF did not answer', { cause }))
  }
}
