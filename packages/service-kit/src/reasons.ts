import type { Reasons } from '@mallhive/contracts/reasons'
import { DomainError } from './errors.ts'

/** The kit's own reasons: any service may refuse with these, in addition to its own list. */
const reasons = {
  UNAUTHENTICATED: 'unauthenticated',
  INVALID_TOKEN: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  QUERY_WRITES: 'forbidden',
  BAD_TEXT: 'invalid',
  BAD_VALUE: 'invalid',
  UNAVAILABLE: 'unavailable',
} as const satisfies Reasons

export const domainError = DomainError.of(reasons)
