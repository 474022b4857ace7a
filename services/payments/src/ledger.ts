import type { Executor } from '@mallhive/service-kit/db'
import { randomUUIDv7 } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { PaymentRow } from './payment/view.ts'
import { ledgerEntries, ledgerTransactions } from './schema.ts'

export type Entry = { account: string; amountMinor: number; currency: string }

/** The provider owes us what it took; we owe it to those whose goods were bought. */
export const charge = ({ checkoutId, provider, amountMinor, currency }: PaymentRow, from: SQL): SQL =>
  posting(
    checkoutId,
    'charge',
    [
      { account: `receivable:${provider}`, amountMinor, currency },
      { account: 'payable:orders', amountMinor: -amountMinor, currency },
    ],
    from,
  )

/** Appends one transaction in one statement; the database refuses it when its entries do not sum to zero. */
export async function record(
  tx: Executor,
  checkoutId: string,
  kind: string,
  entries: Entry[],
): Promise<void> {
  await tx.execute(sql`with ${posting(checkoutId, kind, entries)} select`)
}

/** The same as two parts of a larger statement, for each row of `from`. */
function posting(checkoutId: string, kind: string, entries: Entry[], from: SQL = sql``): SQL {
  const rows = entries.map(
    (entry) => sql`(${entry.account}, ${entry.amountMinor}::bigint, ${entry.currency})`,
  )
  return sql`
    made as (
      insert into ${ledgerTransactions} (id, checkout_id, kind)
      select ${randomUUIDv7()}::uuid, ${checkoutId}::uuid, ${kind}::text ${from} returning id),
    posted as (
      insert into ${ledgerEntries} (transaction_id, account, amount_minor, currency)
      select made.id, entry.* from made, (values ${sql.join(rows, sql`, `)}) as entry (account, amount_minor, currency))`
}
