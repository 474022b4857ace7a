import { DomainError } from '@mallhive/service-kit/errors'
import { maxLines, maxPerLine } from '../limits.ts'

/** Throws the refusal that the status of a cart script means. @throws DomainError with the units left in its details */
export function checkStatus(status: string, sku: string, available: number): void {
  if (status === 'OK') return
  if (status === 'ONLY_N_LEFT' && available <= 0) {
    throw new DomainError('conflict', 'SOLD_OUT', 'this is sold out', { sku })
  }
  const left = String(available)
  switch (status) {
    case 'ONLY_N_LEFT':
      throw new DomainError('conflict', status, `only ${left} left`, { sku, available: left })
    case 'LINE_FULL':
      throw new DomainError('conflict', status, `a line holds ${maxPerLine} at most`, { sku })
    case 'CART_FULL':
      throw new DomainError('conflict', status, `a cart holds ${maxLines} lines at most`, { sku })
    case 'NOT_IN_CART':
      throw new DomainError('not_found', status, 'this is not in the cart', { sku })
    default:
      throw new Error(`a cart script answered ${status}`)
  }
}
