import type { Reasons } from '@mallhive/contracts/reasons'
import { DomainError } from '@mallhive/service-kit/errors'

const reasons = {
  BAD_CURSOR: 'invalid',
  BAD_SEARCH_ID: 'invalid',
  CATEGORY_NOT_FOUND: 'not_found',
  CURRENCY_UNKNOWN: 'invalid',
  NOT_FILLED: 'unavailable',
  NOT_FOUND: 'not_found',
  TOO_BUSY: 'exhausted',
  TOO_MANY: 'invalid',
  TOO_SLOW: 'unavailable',
  UNAVAILABLE: 'unavailable',
} as const satisfies Reasons

export const domainError = DomainError.of(reasons)
