import type { Address } from '@mallhive/contracts/address'
import { type AddressFields, readAddress, readEmail } from '@mallhive/contracts/contact'
import { domainError } from '../reasons.ts'

/** Returns the normalised address. @throws DomainError BAD_ADDRESS with the problem of each invalid field */
export function checkAddress(given: Address): AddressFields {
  const { address, problems } = readAddress(given)
  if (Object.keys(problems).length > 0)
    throw domainError('BAD_ADDRESS', 'a parcel cannot be sent to this address', problems)
  return address
}

/** Returns the normalised e-mail address. @throws DomainError BAD_EMAIL */
export function checkEmail(text: string): string {
  const email = readEmail(text)
  if (email === undefined)
    throw domainError('BAD_EMAIL', 'mail cannot be sent to this address', {
      email: 'malformed',
    })
  return email
}
