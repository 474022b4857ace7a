import { randomUUIDv7 } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { PaymentRow } from './payment/view.ts'
import { ledgerEntries, ledgerTransactions, operations, type Share } from './schema.ts'

/** The account of what a provider owes the mall. */
export const receivableOf = (provider: string): string => `receivable:${provider}`

/** The account of what the mall owes a seller and does not pay out yet. */
export const pendingOf = (sellerId: string): string => `seller:${sellerId}:pending`

/**
 * Returns the ledger entries of a capture as two CTEs, for the one row or none of `operation`: receivable from the provider, owed
 * to the sellers by share, unallocated without shares. The database refuses entries that do not sum to zero, and a second
 * charge of an operation.
 */
export const charge = (
  { provider, currency }: Pick<PaymentRow, 'provider' | 'currency'>,
  operation: SQL,
): SQL => sql`
  transaction as (
    insert into ${ledgerTransactions} (id, operation_id, checkout_id, kind)
    select ${randomUUIDv7()}::uuid, id, checkout_id, 'charge' from ${operation} returning id),
  posted as (
    insert into ${ledgerEntries} (transaction_id, account, amount_minor, currency)
    select transaction.id, entry.account, entry.amount_minor, ${currency}::text from transaction, ${operation} operated,
    lateral (
      select ${receivableOf(provider)}::text account, operated.amount_minor
      union all
      select ${unallocated}::text, -operated.amount_minor where operated.shares = '[]'
      union all
      select replace(${pendingOf('*')}, '*', share."sellerId"), -share."amountMinor"
      from jsonb_to_recordset(operated.shares) as share("sellerId" text, "amountMinor" bigint)) entry)`

/**
 * Returns the statement that posts the shares of a capture whose webhook came before them: from the unallocated account to the
 * sellers. Posts nothing when the capture has shares.
 */
export const allocation = (key: string, parts: Share[], currency: string): SQL => sql`
  with operation as (
    update ${operations} set shares = ${JSON.stringify(parts)}::jsonb
    where key = ${key} and state = 'succeeded' and shares = '[]' returning *),
  transaction as (
    insert into ${ledgerTransactions} (id, operation_id, checkout_id, kind)
    select ${randomUUIDv7()}::uuid, id, checkout_id, 'allocation' from operation returning id),
  posted as (
    insert into ${ledgerEntries} (transaction_id, account, amount_minor, currency)
    select transaction.id, entry.account, entry.amount_minor, ${currency}::text from transaction, operation operated,
    lateral (
      select ${unallocated}::text account, operated.amount_minor
      union all
      select replace(${pendingOf('*')}, '*', share."sellerId"), -share."amountMinor"
      from jsonb_to_recordset(operated.shares) as share("sellerId" text, "amountMinor" bigint)) entry)
  select from transaction`

const unallocated = 'payable:orders'
