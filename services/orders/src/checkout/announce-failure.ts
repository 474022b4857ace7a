import { CheckoutFailedSchema } from '@mallhive/contracts/orders'
import { publish } from '@mallhive/service-kit/outbox'
import type { Tx } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { outbox } from '../schema.ts'
import { failures } from './view.ts'

export async function announceFailure(tx: Tx, { id, ownerId, failure }: Row): Promise<void> {
  const event = { checkoutId: id, ownerId, failure: failures[failure ?? 'expired'] }
  await publish(tx, outbox, CheckoutFailedSchema, event, id)
}
