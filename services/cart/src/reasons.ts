import { reasons } from '@mallhive/contracts/reasons/cart'
import { DomainError } from '@mallhive/service-kit/errors'

export const domainError = DomainError.of(reasons)
