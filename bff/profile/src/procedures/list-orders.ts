import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { account } from '../bff.ts'
import { toOrderCard } from '../orders/order-view.ts'

export const listOrders = account
  .input(
    z.object({ after: z.string().max(200).default(''), size: z.number().int().min(1).max(50).default(10) }),
  )
  .query(async ({ ctx, input }) => {
    const request = { pageSize: input.size, cursor: input.after }
    const { orders, nextCursor } = await ctx.client(OrdersService).listOrders(request)
    return {
      orders: orders.map((order) => toOrderCard(order, ctx.lang)),
      nextCursor: nextCursor || undefined,
    }
  })
