import { IdentityService } from '@mallhive/contracts/identity'
import { z } from 'zod'
import { account } from '../bff.ts'
import { refusalMessages } from '../refusal-messages.ts'
import { line, optionalLine } from '../input.ts'

export const saveAddress = account
  .input(
    z.object({
      /** Empty for a new one. */
      id: z.string().max(64).default(''),
      name: line('Enter the name for the parcel.'),
      line1: line('Enter street and number.'),
      line2: optionalLine.default(''),
      postcode: line('Enter the postcode.', 20),
      city: line('Enter the town.'),
      region: optionalLine.default(''),
      country: z.string().regex(/^[A-Z]{2}$/, 'Choose a country.'),
      phone: optionalLine.default(''),
      /** A checkbox: `on`, or nothing. */
      isDefault: z.literal('on').optional(),
    }),
  )
  .mutation(async ({ ctx, input: { id, isDefault, ...address } }) => {
    await refusalMessages(
      ctx.client(IdentityService).saveAddress({ address: { id, address, isDefault: isDefault === 'on' } }),
    )
    return { redirectTo: '/addresses' }
  })
