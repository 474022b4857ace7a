import { IdentityService } from '@mallhive/contracts/identity'
import { countries } from '../address-rules.ts'
import { procedure } from '../bff.ts'
import { addressOf } from '../view/checkout-view.ts'

/** What the address page offers: countries by name, and an account's own addresses. */
export const addressForm = procedure.query(async ({ ctx }) => {
  const names = new Intl.DisplayNames([ctx.locale], { type: 'region' })
  const options = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, ctx.locale))
  const { actor } = ctx
  if (actor?.kind !== 'account')
    return { countries: options, email: '', name: '', signedIn: false, saved: [] }
  const saved = await ctx
    .client(IdentityService)
    .listAddresses({})
    .catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'saved addresses are left out')
      return { addresses: [] }
    })
  return {
    countries: options,
    email: actor.email,
    name: actor.name,
    signedIn: true,
    saved: saved.addresses.flatMap(({ id, address }) => (address ? [{ id, ...addressOf(address) }] : [])),
  }
})
