/**
 * The browser side of tRPC's HTTP protocol (https://trpc.io/docs/rpc): batches of JSON, without links, transformers and
 * subscriptions. A sixth of the size of tRPC's own client, which every page would load.
 */
type CallType = 'query' | 'mutation'
export type Call = (type: CallType, path: string, input: unknown) => Promise<unknown>

export interface CallerOptions {
  url: string
  headers: () => Record<string, string>
  signal?: AbortSignal
}

/** A refusal or failure in the BFF's response. Without `data` the BFF did not respond. */
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

interface Waiting {
  path: string
  input: unknown
  resolve: (data: unknown) => void
  reject: (error: unknown) => void
}

/** Returns a caller that batches calls of the same tick, queries and mutations separately. */
export function batchedCalls(options: CallerOptions): Call {
  const waiting: Record<CallType, Waiting[]> = { query: [], mutation: [] }

  function flush(type: CallType) {
    const calls = waiting[type]
    waiting[type] = []
    for (const batch of batchesOf(calls)) void answer(batch, send(options, type, batch))
  }

  return (type, path, input) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    if (waiting[type].push({ path, input, resolve, reject }) === 1) setTimeout(flush, 0, type)
    return promise
  }
}

function batchesOf(calls: Waiting[]): Waiting[][] {
  const batches: Waiting[][] = []
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

async function send(
  { url, headers, signal }: CallerOptions,
  type: CallType,
  batch: Waiting[],
): Promise<unknown> {
  const input = JSON.stringify(Object.fromEntries(batch.map((call, index) => [index, call.input])))
  const endpoint = `${url}/${batch.map(({ path }) => path).join()}?batch=1`
  const response =
    type === 'query'
      ? await fetch(`${endpoint}&input=${encodeURIComponent(input)}`, { headers: headers(), signal })
      : await fetch(endpoint, {
          method: 'POST',
          headers: { ...headers(), 'content-type': 'application/json' },
          body: input,
          signal,
        })
  return response.json()
}

interface Envelope {
  result?: { data?: unknown }
  error?: { message: string; data: BffErrorData }
}

async function answer(batch: Waiting[], sent: Promise<unknown>): Promise<void> {
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
