import { reasons } from '@mallhive/contracts/reasons/orders'
import { DomainError } from '@mallhive/service-kit/errors'

export const domainError = DomainError.of(reasons)
