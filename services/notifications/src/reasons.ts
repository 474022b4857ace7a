import type { Reasons } from '@mallhive/contracts/reasons'
import { DomainError } from '@mallhive/service-kit/errors'

const reasons = {
  BAD_CURSOR: 'invalid',
  NO_FILTER: 'invalid',
} as const satisfies Reasons

export const domainError = DomainError.of(reasons)
