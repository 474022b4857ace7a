import { uuidv7 } from '@mallhive/service-kit/ids'
import { eq } from 'drizzle-orm'
import type { Tx } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { orders, timeline } from '../schema.ts'

/** The order stands, and whoever looks at it reads why nothing happens to it. */
export async function noteRefusedPayment(tx: Tx, checkout: Row): Promise<void> {
  const [order] = await tx.select().from(orders).where(eq(orders.checkoutId, checkout.id))
  if (!order) throw new Error(`checkout ${checkout.id} has no order to note a refused payment at`)
  const note = 'The bank refused the payment. Nothing was charged; we are looking into it.'
  await tx.insert(timeline).values({ id: uuidv7(), orderId: order.id, status: 'placed', note })
}
