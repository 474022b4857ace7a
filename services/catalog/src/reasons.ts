import type { Reasons } from '@mallhive/contracts/reasons'
import { DomainError } from '@mallhive/service-kit/errors'

const reasons = {
  BAD_CURSOR: 'invalid',
  CATEGORY_NOT_FOUND: 'not_found',
  CATEGORY_UNKNOWN: 'invalid',
  CURRENCY_UNKNOWN: 'invalid',
  INVALID_CURSOR: 'invalid',
  NOT_FOUND: 'not_found',
  PRODUCT_NOT_FOUND: 'not_found',
  TOO_BUSY: 'exhausted',
  TOO_MANY: 'invalid',
  PRODUCT_INVALID: 'invalid',
  SELLER_NOT_FOUND: 'invalid',
  UNKNOWN_SKU: 'invalid',
  NOT_YOUR_PRODUCT: 'forbidden',
  NAME_TAKEN: 'conflict',
  SELLER_SKU_TAKEN: 'conflict',
  STALE_REVISION: 'conflict',
} as const satisfies Reasons

export const domainError = DomainError.of(reasons)
