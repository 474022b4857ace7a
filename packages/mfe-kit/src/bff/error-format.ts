import type { TRPCDefaultErrorShape, TRPCError } from '@trpc/server'
import { isRefusal } from './refusal.ts'

export interface BffErrorData {
  /** One of a closed list per service or procedure: OUT_OF_STOCK. */
  reason: string
  /** Messages by form field. */
  fields: Record<string, string>
  /** Facts for the program. */
  details: Record<string, string>
}

/** What leaves the BFF of an error: reason and fields of a refusal, of a bug nothing. */
export function formatError({ shape, error }: { shape: TRPCDefaultErrorShape; error: TRPCError }) {
  const { message, ...told } = tell(error)
  const { code, httpStatus, path } = shape.data
  return { ...shape, message, data: { code, httpStatus, path, ...told } }
}

function tell({ cause, code, message }: TRPCError): BffErrorData & { message: string } {
  const nothing = { fields: {}, details: {} }
  if (isRefusal(cause)) {
    if (cause.kind === 'unavailable') return { ...nothing, reason: cause.reason, message: unavailable }
    const fields = cause.kind === 'invalid' ? cause.details : {}
    return { reason: cause.reason, fields, details: cause.details, message: cause.message }
  }
  if (isValidation(cause)) {
    const fields = messagesByField(cause.issues)
    return { reason: 'INVALID_INPUT', fields, details: {}, message: 'Please check what you entered.' }
  }
  if (code === 'INTERNAL_SERVER_ERROR') return { ...nothing, reason: 'INTERNAL', message: bug }
  return { ...nothing, reason: code, message }
}

const unavailable = 'This part of the mall does not answer right now. Please try again.'
const bug = 'Something went wrong on our side. Please try again.'

interface Validation extends Error {
  issues: { path: PropertyKey[]; message: string }[]
}

/** A zod error, told by shape because a release bundles a zod of its own. */
function isValidation(cause: unknown): cause is Validation {
  return cause instanceof Error && 'issues' in cause && Array.isArray(cause.issues)
}

function messagesByField(issues: Validation['issues']): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { path, message } of issues) fields[path.map(String).join('.')] ??= message
  return fields
}
