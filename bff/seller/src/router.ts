import { router } from './bff.ts'
import { listOrders } from './procedures/list-orders.ts'

export const appRouter = router({ listOrders })

export type { Figures } from './orders/figures.ts'
export type { OrderRow, Status } from './orders/order-row.ts'
export type SellerRouter = typeof appRouter
