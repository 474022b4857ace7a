import { type ListAddress, readAddress } from './list-address.ts'

/** Returns the price bounds that stand in the fields of their form. */
export function typedPrices(fields: FormData): Pick<ListAddress, 'min' | 'max'> {
  const { min, max } = readAddress({ min: text(fields.get('min')), max: text(fields.get('max')) })
  return { min, max }
}

/** Returns a list with the price bounds of the form; the same list where it has them. */
export function withTyped(address: ListAddress, fields: FormData): ListAddress {
  const { min, max } = typedPrices(fields)
  if (min === address.min && max === address.max) return address
  return { ...address, min, max, page: undefined, cursor: undefined }
}

const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : undefined)
