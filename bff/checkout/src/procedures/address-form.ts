import { IdentityService } from '@mallhive/contracts/identity'
import { countryOptions } from '@mallhive/mfe-kit/bff/country-options'
import { procedure } from '../bff.ts'
import { addressOf } from '../view/checkout-view.ts'

/** Returns the choices of the address page: countries by name, and the account's saved addresses. */
export const addressForm = procedure.query(async ({ ctx }) => {
  const countries = countryOptions(ctx.locale)
  const { actor } = ctx
  if (actor?.kind !== 'account') return { countries, email: '', name: '', signedIn: false, saved: [] }
  const saved = await ctx
    .client(IdentityService)
    .listAddresses({})
    .catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'listing saved addresses failed, form shown without them')
      return { addresses: [] }
    })
  return {
    countries,
    email: actor.email,
    name: actor.name,
    signedIn: true,
    saved: saved.addresses.flatMap(({ id, address }) => (address ? [{ id, ...addressOf(address) }] : [])),
  }
})
