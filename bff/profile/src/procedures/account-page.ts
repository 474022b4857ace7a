import { OrdersService } from '@mallhive/contracts/orders'
import { account } from '../bff.ts'
import { toOrderCard } from '../orders/order-view.ts'

/** Returns the account and its latest orders; no orders when the orders service fails. */
export const accountPage = account.query(async ({ ctx }) => {
  const { name, email, memberships } = ctx.actor
  const recent = await ctx
    .client(OrdersService)
    .listOrders({ pageSize: 3 })
    .then(({ orders }) => orders.map((order) => toOrderCard(order, ctx.lang)))
    .catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'listing orders failed, account shown without them')
      return undefined
    })
  return { name, email, isSeller: memberships.length > 0, recent }
})
