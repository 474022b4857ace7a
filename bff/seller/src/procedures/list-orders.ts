import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { seller } from '../bff.ts'
import { figuresOf } from '../orders/figures.ts'
import { toOrderRow } from '../orders/order-row.ts'

const pageSize = 25
/** Figures are counted over the newest orders only; what is older has long been sent. */
const countedSize = 100

/** One page of what the shop has to send, and the figures above it. */
export const listOrders = seller
  .input(z.object({ after: z.string().max(200).optional() }))
  .query(async ({ ctx, input }) => {
    const orders = ctx.client(OrdersService)
    const [page, counted] = await Promise.all([
      orders.listSellerOrders({ pageSize, cursor: input.after ?? '' }),
      orders.listSellerOrders({ pageSize: countedSize }),
    ])
    return {
      figures: figuresOf(counted.subOrders, { complete: counted.nextCursor === '' }),
      orders: page.subOrders.map(toOrderRow),
      nextCursor: page.nextCursor,
    }
  })
