import type { RefusalKind } from '@mallhive/contracts/reasons'
import type { TRPCDefaultErrorShape, TRPCError } from '@trpc/server'
import type { BffContext } from './context.ts'
import { msg } from './kit-messages.ts'
import { textOf } from './message-reference.ts'
import { isRefusal, isWorded } from './refusal.ts'

export interface BffErrorData {
  /** One of a closed list per service or procedure: OUT_OF_STOCK. */
  reason: string
  /** Messages by form field. */
  fields: Record<string, string>
  /** Facts for the calling program. */
  details: Record<string, string>
}

interface FailedCall {
  shape: TRPCDefaultErrorShape
  error: TRPCError
  ctx: BffContext | undefined
}

/**
 * Returns the error for the client in the language of its page: reason, fields and details of a refusal, a general message for
 * a bug.
 */
export function formatError({ shape, error, ctx }: FailedCall) {
  const { message, reason, fields, details } = errorOf(error)
  const { code, httpStatus, path } = shape.data
  const text = textOf(ctx)
  const texts = (all: Record<string, string>) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [name, text(one)]))
  const data = { code, httpStatus, path, reason, fields: texts(fields), details: texts(details) }
  return { ...shape, message: text(message), data }
}

function errorOf({ cause, code }: TRPCError): BffErrorData & { message: string } {
  const nothing = { fields: {}, details: {} }
  if (isRefusal(cause)) {
    if (cause.kind === 'unavailable')
      return { ...nothing, reason: cause.reason, message: unworded.unavailable }
    const { kind, reason, details } = cause
    if (!isWorded(cause)) return { reason, fields: {}, details, message: unworded[kind] }
    return { reason, fields: kind === 'invalid' ? details : {}, details, message: cause.message }
  }
  if (isValidation(cause)) {
    const fields = messagesByField(cause.issues)
    return { reason: 'INVALID_INPUT', fields, details: {}, message: unworded.invalid }
  }
  if (code === 'INTERNAL_SERVER_ERROR') return { ...nothing, reason: 'INTERNAL', message: bug }
  return { ...nothing, reason: code, message: refused[code] ?? msg('kit.malformed') }
}

/** Messages for calls that no procedure ran for. Those of tRPC and of parsers repeat the request. */
const refused: Partial<Record<TRPCError['code'], string>> = {
  NOT_FOUND: msg('kit.no-procedure'),
  METHOD_NOT_SUPPORTED: msg('kit.other-method'),
  UNSUPPORTED_MEDIA_TYPE: msg('kit.not-json'),
  PAYLOAD_TOO_LARGE: msg('kit.too-large'),
}

/** Messages for service refusals that their procedure does not handle. */
const unworded: Record<RefusalKind, string> = {
  invalid: msg('kit.invalid'),
  unauthenticated: msg('kit.sign-in'),
  forbidden: msg('kit.forbidden'),
  not_found: msg('kit.gone'),
  conflict: msg('kit.conflict'),
  exhausted: msg('kit.too-many'),
  unavailable: msg('kit.unavailable'),
}

const bug = msg('kit.bug')

interface Validation extends Error {
  issues: { path: PropertyKey[]; message: string }[]
}

/** Recognises a zod error by its shape: a release bundles its own copy of zod. */
function isValidation(cause: unknown): cause is Validation {
  return cause instanceof Error && 'issues' in cause && Array.isArray(cause.issues)
}

function messagesByField(issues: Validation['issues']): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { path, message } of issues) fields[path.map(String).join('.')] ??= message
  return fields
}
