import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { msg } from '../messages.ts'
import { refusalMessages } from '../refusal-messages.ts'
import { knownEmail, line } from '../input.ts'
import { rememberLookup } from '../lookup-cookie.ts'

/** Finds an order by its number and e-mail address. The orders service limits failed attempts, here and in `getOrder`. */
export const lookUpOrder = procedure
  .meta({ perMinute: 10 })
  .input(z.object({ number: line(msg('look-up.number.missing')), email: knownEmail }))
  .mutation(async ({ ctx, input }) => {
    const { order } = await refusalMessages(ctx.client(OrdersService).getOrder(input))
    const number = order?.number ?? input.number
    rememberLookup(ctx, { number, email: input.email })
    return { redirectTo: `/orders/${encodeURIComponent(number)}` }
  })
