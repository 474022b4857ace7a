import { IdentityService } from '@mallhive/contracts/identity'
import { addressFields, checkAddressFields } from '@mallhive/mfe-kit/bff/contact-fields'
import { z } from 'zod'
import { account } from '../bff.ts'
import { refusalMessages } from '../refusal-messages.ts'

export const saveAddress = account
  .input(
    z
      .object({
        /** Empty for a new address. */
        id: z.string().max(64).default(''),
        ...addressFields,
        /** A checkbox: `on` or absent. */
        isDefault: z.literal('on').optional(),
      })
      .superRefine(checkAddressFields),
  )
  .mutation(async ({ ctx, input: { id, isDefault, ...address } }) => {
    await refusalMessages(
      ctx.client(IdentityService).saveAddress({ address: { id, address, isDefault: isDefault === 'on' } }),
    )
    return { redirectTo: '/addresses' }
  })
