import type { RefusalKind } from '@mallhive/contracts/reasons'
import { TRPCError } from '@trpc/server'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server'

const codes = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  exhausted: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} satisfies Record<RefusalKind, TRPC_ERROR_CODE_KEY>

/**
 * A procedure's refusal; its message is for the shopper. `details` of an `invalid` refusal are messages by form field.
 * Errors of services have the same shape: they keep reason and details, and their message is for developers only.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: RefusalKind
  readonly reason: string
  readonly details: Record<string, string>

  constructor(kind: RefusalKind, reason: string, message: string, details: Record<string, string> = {}) {
    super(message)
    this.kind = kind
    this.reason = reason
    this.details = details
  }
}

/** Recognised by shape: a release's bundle and its host each have their own copies of the classes. */
export function isRefusal(error: unknown): error is Refusal {
  if (!(error instanceof Error) || !('kind' in error && 'reason' in error && 'details' in error)) return false
  return typeof error.kind === 'string' && Object.hasOwn(codes, error.kind)
}

/** Whether `error` is a refusal whose reason is a key of `table`, such as the words for each reason of a closed list. */
export function isRefusedFor<Reason extends string>(
  table: Readonly<Record<Reason, unknown>>,
  error: unknown,
): error is Refusal & { reason: Reason } {
  return isRefusal(error) && Object.hasOwn(table, error.reason)
}

/** Returns the tRPC error of a refusal, with the HTTP status of its kind; 504 for an exceeded deadline. */
export function trpcErrorFor(refusal: Refusal): TRPCError {
  const late = refusal.kind === 'unavailable' && refusal.reason.startsWith('DEADLINE')
  const code = late ? 'GATEWAY_TIMEOUT' : codes[refusal.kind]
  return new TRPCError({ code, message: refusal.message, cause: refusal })
}

/** Whether the message and the fields are for the shopper; a service's refusal has only reason and details. */
export const isWorded = (refusal: Refusal): boolean => refusal.name === 'Refusal'
