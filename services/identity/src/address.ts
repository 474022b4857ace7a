import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { type Address, AddressSchema } from '@mallhive/contracts/address'
import { type AddressFields, readAddress } from '@mallhive/contracts/contact'
import type { SavedAddressSchema } from '@mallhive/contracts/identity'
import type { address as table } from './schema.ts'
import { domainError } from './reasons.ts'

type Row = typeof table.$inferSelect

/** Returns the normalised address. @throws DomainError INVALID_ADDRESS with the problem of each invalid field */
export function checkAddress(given: Address | undefined): AddressFields {
  const { address, problems } = readAddress(given ?? create(AddressSchema))
  if (Object.keys(problems).length > 0)
    throw domainError('INVALID_ADDRESS', 'a parcel cannot be sent to this address', problems)
  return address
}

export function toSavedAddress(row: Row): MessageInitShape<typeof SavedAddressSchema> {
  const { name, line1, line2, city, region, postcode, country, phone } = row
  return {
    id: row.id,
    address: { name, line1, line2, city, region, postcode, country, phone },
    isDefault: row.isDefault,
  }
}
