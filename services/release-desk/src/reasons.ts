import type { Reasons } from '@mallhive/contracts/reasons'
import { DomainError } from '@mallhive/service-kit/errors'

const reasons = {
  SIGN_IN: 'unauthenticated',
  STAFF_ONLY: 'forbidden',
  FOREIGN_ORIGIN: 'forbidden',
} as const satisfies Reasons

export const domainError = DomainError.of(reasons)
