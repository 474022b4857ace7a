import type { Db } from '@mallhive/service-kit/db'
import { isDatabaseDown } from '@mallhive/service-kit/database-down'
import { type SQL, sql } from 'drizzle-orm'
import { domainError } from '../reasons.ts'
import { inbox, sales } from '../schema.ts'

/** A sale counts for this many days, its own among them. */
const days = 90

/** Units sold of products, by day, apart from the index. */
export interface Sales {
  /** Adds the units of an event to those of a day; one that was counted before changes nothing. */
  count(event: { id: string; soldOn: Date; lines: { productId: string; units: number }[] }): Promise<void>
  /** Returns the units that count of those of these products that were sold. */
  soldOf(ids: string[]): Promise<ReadonlyMap<string, number>>
  /** Returns the last day that does not count any more, and products with sales up to it. */
  past(most: number): Promise<{ day: string; ids: string[] }>
  /** Deletes the sales of products up to a day. */
  forget(past: { day: string; ids: string[] }): Promise<void>
}

export function openSales(db: Db): Sales {
  // Events wait for a database that is down.
  const execute = async (statement: SQL): Promise<Record<string, unknown>[]> => {
    try {
      return (await db.execute(statement)).rows
    } catch (error) {
      throw isDatabaseDown(error)
        ? domainError('UNAVAILABLE', 'the database of the sales does not answer')
        : error
    }
  }
  return {
    async count({ id, soldOn, lines }) {
      // In one order, so that no two of these wait for each other.
      await execute(sql`
        with counted as (
          insert into ${inbox} (event_id) values (${id}::uuid) on conflict do nothing returning event_id)
        insert into ${sales} as s (product_id, sold_on, units)
        select product_id, ${soldOn.toISOString().slice(0, 10)}::date, sum(units)::int from counted, unnest(
          ${sql.param(lines.map(({ productId }) => productId))}::uuid[],
          ${sql.param(lines.map(({ units }) => units))}::int[]) line(product_id, units)
        group by product_id order by product_id
        on conflict (product_id, sold_on) do update set units = s.units + excluded.units`)
    },
    async soldOf(ids) {
      const rows = await execute(sql`
        select product_id, sum(units)::int as units from ${sales}
        where product_id = any(${sql.param(ids)}::uuid[]) and sold_on > current_date - ${days}::int
        group by product_id`)
      return new Map(rows.map((row) => [String(row['product_id']), Number(row['units'])]))
    },
    async past(most) {
      const [row] = await execute(sql`
        select (current_date - ${days}::int)::text as day, array(
          select distinct product_id::text from ${sales} where sold_on <= current_date - ${days}::int
          limit ${most}) as ids`)
      return row as { day: string; ids: string[] }
    },
    async forget({ day, ids }) {
      await execute(sql`
        delete from ${sales} where product_id = any(${sql.param(ids)}::uuid[]) and sold_on <= ${day}::date`)
    },
  }
}
