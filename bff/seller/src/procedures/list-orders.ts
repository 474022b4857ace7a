import { OrdersService } from '@mallhive/contracts/orders'
import { moneyRoles } from '@mallhive/contracts/roles'
import { countryOptions } from '@mallhive/mfe-kit/bff/country-options'
import { z } from 'zod'
import { seller } from '../bff.ts'
import { figuresOf } from '../orders/figures.ts'
import { toOrderRow } from '../orders/order-row.ts'

const pageSize = 25
/** Figures count the newest orders only; older ones have been sent. */
const countedSize = 100

/** Returns one page of the shop's orders, and its dashboard figures. Amounts of money are null for a packer. */
export const listOrders = seller
  .input(z.object({ after: z.string().max(200).optional() }))
  .query(async ({ ctx, input }) => {
    const orders = ctx.client(OrdersService)
    const [page, counted] = await Promise.all([
      orders.listSellerOrders({ pageSize, cursor: input.after ?? '' }),
      orders.listSellerOrders({ pageSize: countedSize }),
    ])
    const countries = new Map(countryOptions(ctx.locale).map(({ value, label }) => [value, label]))
    const amounts = ctx.actor.memberships.some(({ role }) => moneyRoles.includes(role))
    return {
      figures: figuresOf(counted.subOrders, { complete: counted.nextCursor === '', amounts }),
      orders: page.subOrders.map((order) => toOrderRow(order, countries, ctx.lang)),
      nextCursor: page.nextCursor,
    }
  })
