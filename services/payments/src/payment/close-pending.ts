import { type SQL, sql } from 'drizzle-orm'
import { operations } from '../schema.ts'
import { finalStatuses } from './transitions.ts'

/**
 * Returns the statement that closes the pending operations of a payment in a final status, because no answer can change them any
 * more: as refused, but for the authorisation of a captured payment, which the capture implies.
 * @param payment relation with `checkout_id` and `status`
 * @param others condition on an operation `o`
 */
export const closePending = (payment: SQL, others: SQL = sql`true`): SQL => sql`
  update ${operations} o set settled_at = now(),
    state = case when o.kind = 'authorise' and p.status = 'captured' then 'succeeded' else 'refused' end::payments.operation_state
  from ${payment} p where o.checkout_id = p.checkout_id and o.state = 'pending' and ${others}
    and p.status = any(${sql.param(finalStatuses)}::payments.payment_status[])`
