import { timestampDate } from '@bufbuild/protobuf/wkt'
import type { Envelope } from '@mallhive/contracts/events'
import type { OrderPaid } from '@mallhive/contracts/orders'
import type { Deps } from '../deps.ts'
import { amendKnown } from '../put-known.ts'

/** Counts the units of a paid order for their products, without those that were cancelled or returned. */
export const orderPaid =
  ({ sales, stock, index }: Pick<Deps, 'sales' | 'stock' | 'index'>) =>
  async ({ order }: OrderPaid, { envelope }: { envelope: Pick<Envelope, 'id'> }): Promise<void> => {
    if (!order?.placedAt) return
    const lines = order.subOrders
      .flatMap((subOrder) => subOrder.lines)
      .map(({ productId, quantity, cancelled, returned }) => ({
        productId,
        units: quantity - cancelled - returned,
      }))
      .filter(({ units }) => units > 0)
    await sales.count({ id: envelope.id, soldOn: timestampDate(order.placedAt), lines })
    await amendKnown({ sales, stock, index }, [...new Set(lines.map(({ productId }) => productId))])
  }
