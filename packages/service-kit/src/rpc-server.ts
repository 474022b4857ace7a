import { Code, ConnectError, type ConnectRouterOptions, type Interceptor } from '@connectrpc/connect'
import { SpanKind } from '@opentelemetry/api'
import { actorKey } from './auth.ts'
import { type Accepted, permitted } from './callers.ts'
import { withDeadline } from './deadline.ts'
import { DomainError, toConnectError } from './errors.ts'
import { counter, histogram, inSpan, type Log } from '@mallhive/process-kit/telemetry'
import type { Verifier } from './tokens.ts'
import { refuseUnstorable } from './unstorable-value.ts'

const durations = histogram('rpc_server_duration_seconds', 'Duration of RPCs', [
  'part',
  'service',
  'method',
  'code',
])
const refusals = counter('rpc_refusals_total', 'RPCs refused for a reason of the service’s list', [
  'part',
  'method',
  'reason',
])

/** The interceptors of a part's router, for both HTTP and in-process calls. */
export function routerOptions(
  part: string,
  verify: Verifier,
  log: Log,
  accepted: Accepted[],
): ConnectRouterOptions {
  return {
    interceptors: [observed(part, log), authenticated(verify), permitted(accepted)],
    maxTimeoutMs: 120_000,
    readMaxBytes: 4 * 1024 * 1024,
  }
}

/**
 * The outermost interceptor: span, metrics, deadline for outgoing calls, and the one place where errors become
 * responses.
 */
function observed(part: string, log: Log): Interceptor {
  return (next) => async (req) => {
    const { typeName } = req.service
    const began = performance.now()
    let code = 'ok'
    const traceparent = req.header.get('traceparent') ?? undefined
    try {
      return await inSpan(`${typeName}/${req.method.name}`, SpanKind.SERVER, traceparent, (span) => {
        span.setAttributes({
          'rpc.system': 'connect_rpc',
          'rpc.service': typeName,
          'rpc.method': req.method.name,
        })
        return withDeadline(req.header, () => next(req)).catch((error: unknown) => {
          const rpc = `${typeName}/${req.method.name}`
          const refused = refuseUnstorable(error)
          // A mistake in a statement has the same error as a wrong request.
          if (refused !== error) log.warn({ err: error, rpc }, 'the database refused a value of a request')
          if (refused instanceof DomainError)
            refusals.inc({ part, method: req.method.name, reason: refused.reason })
          const answer = toConnectError(refused, (bug, reference) =>
            log.error({ err: bug, reference, rpc }, 'RPC failed'),
          )
          code = Code[answer.code].toLowerCase()
          throw answer
        })
      })
    } finally {
      durations.observe(
        { part, service: typeName, method: req.method.name, code },
        (performance.now() - began) / 1000,
      )
    }
  }
}

function authenticated(verify: Verifier): Interceptor {
  return (next) => async (req) => {
    const header = req.header.get('authorization')
    if (header) {
      const token = /^Bearer (\S+)$/i.exec(header)?.[1]
      if (!token)
        throw new ConnectError('the authorization header is not a bearer token', Code.Unauthenticated)
      req.contextValues.set(actorKey, await verify(token, req.service.typeName))
    }
    return next(req)
  }
}
