import { TRPCError, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server'
import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { BffContext } from './context.ts'

/** Maximum number of calls in one request. The client's `maxItems` must not be higher. */
const maxBatchSize = 10

export interface BffAnswer {
  status: number
  /** JSON. */
  body: string
}

/**
 * Runs the calls of a request in tRPC's HTTP protocol, without streams and transformers. Written here because tRPC's fetch
 * adapter costs as much CPU as the procedures: a dozen objects of the fetch API for each call.
 */
export async function answerCalls(
  router: AnyTRPCRouter,
  request: Request,
  context: BffContext,
  endpoint: string,
): Promise<BffAnswer> {
  const { pathname, searchParams } = new URL(request.url)
  const isBatch = searchParams.get('batch') === '1'
  const called = pathname.slice(endpoint.length + 1)
  const paths = isBatch ? called.split(',') : [called]
  const type = request.method === 'GET' ? 'query' : 'mutation'
  if (paths.length > maxBatchSize) return refusal(new TRPCError({ code: 'BAD_REQUEST' }))
  const inputs = inputsOf(request, searchParams, isBatch)
  inputs.catch(() => {}) // each call awaits it

  async function run(path: string, position: number): Promise<BffAnswer> {
    try {
      const procedure = procedureAt(router, path, type)
      const input = (await inputs)[position]
      const data: unknown = await procedure({
        path,
        getRawInput: async () => input,
        ctx: context,
        type,
        signal: context.signal,
        batchIndex: position,
      })
      return { status: 200, body: JSON.stringify({ result: { data } }) }
    } catch (cause) {
      return refusal(getTRPCErrorFromUnknown(cause), path)
    }
  }

  function refusal(error: TRPCError, path?: string): BffAnswer {
    if (error.code === 'INTERNAL_SERVER_ERROR')
      context.log.error({ err: error.cause ?? error, procedure: path }, 'procedure failed')
    // oxlint-disable-next-line no-underscore-dangle -- tRPC's own name for a router's configuration
    const config = router._def._config
    const shape: unknown = getTRPCErrorShape({ config, error, type, path, input: undefined, ctx: context })
    return { status: getHTTPStatusCodeFromError(error), body: JSON.stringify({ error: shape }) }
  }

  const answers = await Promise.all(paths.map(run))
  const [first] = answers
  if (!isBatch && first) return first
  const statuses = new Set(answers.map(({ status }) => status))
  const status = statuses.size === 1 ? (first?.status ?? 200) : 207
  return { status, body: `[${answers.map(({ body }) => body).join()}]` }
}

/** @throws TRPCError NOT_FOUND, METHOD_NOT_SUPPORTED for a query sent as a mutation or the reverse */
function procedureAt(router: AnyTRPCRouter, path: string, type: string): AnyTRPCProcedure {
  // oxlint-disable-next-line no-underscore-dangle -- tRPC's own name for what a router is made of
  const procedures: Record<string, AnyTRPCProcedure> = router._def.procedures
  const procedure = Object.hasOwn(procedures, path) ? procedures[path] : undefined
  if (!procedure) throw new TRPCError({ code: 'NOT_FOUND' })
  // oxlint-disable-next-line no-underscore-dangle -- tRPC's own name for a procedure's definition
  if (procedure._def.type !== type) throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED' })
  return procedure
}

/** Returns the inputs by position. @throws TRPCError for a request of another form */
async function inputsOf(
  request: Request,
  searchParams: URLSearchParams,
  isBatch: boolean,
): Promise<Record<number, unknown>> {
  const text = request.method === 'GET' ? searchParams.get('input') : await bodyOf(request)
  const parsed: unknown = text ? parse(text) : undefined
  if (!isBatch) return { 0: parsed }
  if (parsed === undefined) return {}
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed }
  throw new TRPCError({ code: 'BAD_REQUEST' })
}

async function bodyOf(request: Request): Promise<string> {
  const body = await request.text()
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (body !== '' && type.trim().toLowerCase() !== 'application/json')
    throw new TRPCError({ code: 'UNSUPPORTED_MEDIA_TYPE' })
  return body
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new TRPCError({ code: 'PARSE_ERROR', cause })
  }
}
