import { IdentityService, type SavedAddress } from '@mallhive/contracts/identity'
import { countryOptions } from '@mallhive/mfe-kit/bff/country-options'
import { account } from '../bff.ts'

/** Returns the account's addresses, and the countries that a new address may be in. */
export const listAddresses = account.query(async ({ ctx }) => {
  const { addresses } = await ctx.client(IdentityService).listAddresses({})
  return { addresses: addresses.map(toView), countries: countryOptions(ctx.locale) }
})

export type AddressView = ReturnType<typeof toView>

function toView({ id, isDefault, address }: SavedAddress) {
  return {
    id,
    isDefault,
    name: address?.name ?? '',
    line1: address?.line1 ?? '',
    line2: address?.line2 ?? '',
    city: address?.city ?? '',
    region: address?.region ?? '',
    postcode: address?.postcode ?? '',
    country: address?.country ?? '',
    phone: address?.phone ?? '',
  }
}
