import { OrdersService } from '@mallhive/contracts/orders'
import { account } from '../bff.ts'
import { toOrderCard } from '../orders/order-view.ts'

/** The account and its last orders; without the orders service the rest is still there. */
export const accountPage = account.query(async ({ ctx }) => {
  const { name, email, memberships } = ctx.actor
  const recent = await ctx
    .client(OrdersService)
    .listOrders({ pageSize: 3 })
    .then(({ orders }) => orders.map(toOrderCard))
    .catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'the account is shown without its orders')
      return undefined
    })
  return { name, email, isSeller: memberships.length > 0, recent }
})
