import { readOrderNumber } from '@mallhive/contracts/order-number'
import { OrdersService } from '@mallhive/contracts/orders'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { msg } from '../messages.ts'
import { refusalMessages } from '../refusal-messages.ts'
import { readLookup } from '../lookup-cookie.ts'
import { toOrderView } from '../orders/order-view.ts'

/** Returns the caller's own order, or the one that the caller has looked up. */
export const getOrder = procedure
  .input(z.object({ number: z.string().trim().min(1).max(120).transform(readOrderNumber) }))
  .query(async ({ ctx, input: { number } }) => {
    const lookup = readLookup(ctx.cookies)
    const email = lookup?.number === number ? lookup.email : ''
    if (!email && !ctx.actor) throw new Refusal('unauthenticated', 'SIGN_IN_REQUIRED', msg('sign-in.first'))
    const { order } = await refusalMessages(ctx.client(OrdersService).getOrder({ number, email }))
    if (!order) throw new Refusal('not_found', 'NO_ORDER', msg('order.unknown'))
    return toOrderView(order, ctx)
  })
