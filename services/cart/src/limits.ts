import { domainError } from './reasons.ts'

const skuPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

export function checkSku(sku: string): void {
  if (!skuPattern.test(sku)) throw domainError('INVALID_SKU', 'that is not a SKU')
}

export function checkId(name: string, id: string): void {
  if (!idPattern.test(id)) throw domainError('INVALID_ID', `${name} is not an id`)
}

export function checkQuantity(quantity: number, { min, max }: { min: number; max: number }): void {
  if (Number.isInteger(quantity) && quantity >= min && quantity <= max) return
  throw domainError('INVALID_QUANTITY', `a quantity is a whole number from ${min} to ${max}`, {
    min: String(min),
    max: String(max),
  })
}
