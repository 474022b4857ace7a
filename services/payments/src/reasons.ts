import type { Reasons } from '@mallhive/contracts/reasons'
import { DomainError } from '@mallhive/service-kit/errors'

const reasons = {
  BAD_AMOUNT: 'invalid',
  BAD_RETURN_URL: 'invalid',
  BAD_SHARES: 'invalid',
  AMOUNT_CHANGED: 'conflict',
  NO_PAYMENT: 'not_found',
} as const satisfies Reasons

export const domainError = DomainError.of(reasons)
