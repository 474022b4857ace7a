import { CheckoutFailedSchema } from '@mallhive/contracts/orders'
import { eventInsert } from '@mallhive/service-kit/outbox'
import { sql, type SQL } from 'drizzle-orm'
import type { Row } from '../machine/advance.ts'
import { outbox } from '../schema.ts'
import { failures } from './view.ts'

export function announceFailure({ id, ownerId, failure }: Row): SQL[] {
  const event = { checkoutId: id, ownerId, failure: failures[failure ?? 'expired'] }
  return [eventInsert(outbox, CheckoutFailedSchema, event, id, sql`from moved`)]
}
