import type { RefusalKind } from '@mallhive/contracts/reasons'
import type { TRPCDefaultErrorShape, TRPCError } from '@trpc/server'
import { isRefusal, isWorded } from './refusal.ts'

export interface BffErrorData {
  /** One of a closed list per service or procedure: OUT_OF_STOCK. */
  reason: string
  /** Messages by form field. */
  fields: Record<string, string>
  /** Facts for the calling program. */
  details: Record<string, string>
}

/** Returns the error for the client: reason, fields and details of a refusal, a general message for a bug. */
export function formatError({ shape, error }: { shape: TRPCDefaultErrorShape; error: TRPCError }) {
  const { message, ...told } = tell(error)
  const { code, httpStatus, path } = shape.data
  return { ...shape, message, data: { code, httpStatus, path, ...told } }
}

function tell({ cause, code }: TRPCError): BffErrorData & { message: string } {
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
    return { reason: 'INVALID_INPUT', fields, details: {}, message: 'Please check what you entered.' }
  }
  if (code === 'INTERNAL_SERVER_ERROR') return { ...nothing, reason: 'INTERNAL', message: bug }
  return { ...nothing, reason: code, message: refused[code] ?? 'Malformed request.' }
}

/** Messages for calls that no procedure ran for. Those of tRPC and of parsers repeat the request. */
const refused: Partial<Record<TRPCError['code'], string>> = {
  NOT_FOUND: 'There is no such procedure.',
  METHOD_NOT_SUPPORTED: 'This procedure does not accept this method.',
  UNSUPPORTED_MEDIA_TYPE: 'The body of a call must be JSON.',
  PAYLOAD_TOO_LARGE: 'The request is too large.',
}

/** Messages for service refusals that their procedure does not handle. */
const unworded: Record<RefusalKind, string> = {
  invalid: 'Please check what you entered.',
  unauthenticated: 'Please sign in first.',
  forbidden: 'You don’t have permission to do this.',
  not_found: 'This no longer exists.',
  conflict: 'This is no longer possible. Please reload the page.',
  exhausted: 'Too many attempts. Please wait a moment, then try again.',
  unavailable: 'This part of the mall is not responding right now. Please try again.',
}

const bug = 'Something went wrong on our side. Please try again.'

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
