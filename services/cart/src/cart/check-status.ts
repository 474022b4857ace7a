import { maxLines, maxQuantity } from '@mallhive/contracts/limits'
import { domainError } from '../reasons.ts'

/** Throws the refusal that the status of a cart script means. @throws DomainError with the units left in its details */
export function checkStatus(status: string, sku: string, available: number): void {
  if (status === 'OK') return
  if (status === 'ONLY_N_LEFT' && available <= 0) {
    throw domainError('SOLD_OUT', 'this is sold out', { sku })
  }
  const left = String(available)
  switch (status) {
    case 'ONLY_N_LEFT':
      throw domainError(status, `only ${left} left`, { sku, available: left })
    case 'LINE_FULL':
      throw domainError(status, `a line holds ${maxQuantity} at most`, { sku })
    case 'CART_FULL':
      throw domainError(status, `a cart holds ${maxLines} lines at most`, { sku })
    case 'KEY_REUSED':
      throw domainError(status, 'this idempotency key has added another SKU or quantity', { sku })
    case 'NOT_IN_CART':
      throw domainError(status, 'this is not in the cart', { sku })
    default:
      throw new Error(`a cart script answered ${status}`)
  }
}
