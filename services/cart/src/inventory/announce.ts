import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { eventInsertEach, publish } from '@mallhive/service-kit/outbox'
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../deps.ts'
import { outbox } from '../schema.ts'
import type { Level } from './availability-of.ts'

/** From this many units down, pages show the number left. */
const lowMark = 5

/**
 * Returns the last CTE of a statement that moves stock: publishes StockChanged for SKUs that sold out, came back or crossed
 * the low mark.
 */
export function announceCrossings(): SQL {
  const band = (units: SQL) =>
    sql`case when ${units} = 0 then 0 when ${units} <= ${lowMark} then 1 else 2 end`
  const crossed = sql`select sku, available, revision from moved
    where ${band(sql`available`)} <> ${band(sql`available - change`)}`
  return sql`told as (${eventInsertEach(outbox, StockChangedSchema, 'sku', crossed)})`
}

export async function announce(tx: Tx, level: Level): Promise<void> {
  await publish(tx, outbox, StockChangedSchema, level, level.sku)
}
