import { setTimeout as delay } from 'node:timers/promises'

import { Client } from 'pg'

import type { Mall } from '../../src/mall/open-mall.ts'
import { openBooks, until } from '../checkout/books.ts'

export type Audit = AsyncDisposable & {
  /**
   * Waits until all checkouts are at rest, then compares orders, payments, stock and events with the card network.
   * @param bought checkouts that the mall confirmed as placed
   */
  audit(bought: string[]): Promise<{ lost: number; doubled: number; violations: number }>
}

/** To be opened before the load: what the seed left is no fault of it. */
export async function openAudit({ engines, at }: Mall): Promise<Audit> {
  await using resources = new AsyncDisposableStack()
  const books = resources.use(await openBooks({ engines, provider: at.sandboxProvider }))
  const before = new Set((await books.violations()).found)
  const db = new Client({
    connectionString: Object.assign(new URL(engines.postgres.url), { pathname: '/mallhive' }).href,
  })
  await db.connect()
  resources.defer(() => db.end())
  const kept = resources.move()
  return {
    async audit(bought) {
      await until('at rest', () => books.resting(), 60_000)
      const unsent = 'select 1 from orders.outbox where sent_at is null limit 1'
      await until('published', async () => (await db.query(unsent)).rowCount === 0)
      // The last published events arrive within this time.
      await delay(2_000)
      const violations = (await books.violations()).found.filter((violation) => !before.has(violation))
      for (const violation of violations.slice(0, 20)) console.error(violation)
      const { rows } = await db.query<{ lost: number }>(unpaid, [bought])
      const twice = await db.query(paidTwice, [bought])
      return {
        lost: rows[0]?.lost ?? bought.length,
        doubled: twice.rowCount ?? 0,
        violations: violations.length,
      }
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

const unpaid = `
  select count(*)::int lost from unnest($1::uuid[]) as told (id)
  where not exists (select from orders.orders o where o.checkout_id = told.id and o.payment = 'captured')`

const paidTwice = `
  select checkout_id from orders.orders where checkout_id = any($1) group by 1 having count(*) > 1
  union select checkout_id from payments.ledger_transactions where checkout_id = any($1) group by 1 having count(*) > 1`
