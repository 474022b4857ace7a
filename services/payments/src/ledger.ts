import type { Executor } from '@mallhive/service-kit/db'
import { uuidv7 } from '@mallhive/service-kit/ids'
import { sql } from 'drizzle-orm'
import type { PaymentRow } from './payment/view.ts'
import { ledgerEntries, ledgerTransactions } from './schema.ts'

export type Entry = { account: string; amountMinor: number; currency: string }

/** The provider owes us what it took; we owe it to those whose goods were bought. */
export function charge(
  tx: Executor,
  { checkoutId, provider, amountMinor, currency }: PaymentRow,
): Promise<void> {
  return record(tx, checkoutId, 'charge', [
    { account: `receivable:${provider}`, amountMinor, currency },
    { account: 'payable:orders', amountMinor: -amountMinor, currency },
  ])
}

/** Appends one transaction in one statement; the database refuses it when its entries do not sum to zero. */
export async function record(
  tx: Executor,
  checkoutId: string,
  kind: string,
  entries: Entry[],
): Promise<void> {
  const rows = entries.map(
    (entry) => sql`(${entry.account}, ${entry.amountMinor}::bigint, ${entry.currency})`,
  )
  await tx.execute(sql`
    with made as (
      insert into ${ledgerTransactions} (id, checkout_id, kind) values (${uuidv7()}, ${checkoutId}, ${kind}) returning id
    )
    insert into ${ledgerEntries} (transaction_id, account, amount_minor, currency)
    select made.id, entry.* from made, (values ${sql.join(rows, sql`, `)}) as entry (account, amount_minor, currency)`)
}
