import type { Address } from '@mallhive/contracts/address'
import { DomainError } from '@mallhive/service-kit/errors'
import { taxRateOf } from '../pricing/tax-rates.ts'
import type { PostalAddress } from '../schema.ts'

const longest = 120
const required = ['name', 'line1', 'city', 'postcode', 'country'] as const
const control = /\p{Cc}/u

/** Trims an address and refuses what could not be written on a parcel; naming the field, and nothing stricter. */
export function checkAddress(address: Address): PostalAddress {
  const { name, line1, line2, city, region, postcode, country, phone } = address
  const tidy = Object.entries({
    name,
    line1,
    line2,
    city,
    region,
    postcode,
    country: country.toUpperCase(),
    phone,
  }).map(([field, text]) => [field, text.trim().replace(/\s+/g, ' ')] as const)
  for (const [field, text] of tidy) if (text.length > longest || control.test(text)) throw refused(field)
  const checked = {
    name: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postcode: '',
    country: '',
    phone: '',
    ...Object.fromEntries(tidy),
  }
  for (const field of required) if (!checked[field]) throw refused(field)
  if (!taxRateOf(checked.country)) throw refused('country')
  return checked
}

export function checkEmail(email: string): string {
  const tidy = email.trim()
  if (tidy.length > 254 || control.test(tidy) || !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(tidy))
    throw new DomainError('invalid', 'BAD_EMAIL', 'that is not an e-mail address', {
      email: 'That is not an e-mail address.',
    })
  return tidy
}

const refused = (field: string) =>
  new DomainError('invalid', 'BAD_ADDRESS', `the address lacks a usable ${field}`, {
    [field]: 'This does not fit on a parcel.',
  })
