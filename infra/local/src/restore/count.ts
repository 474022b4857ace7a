import { Client } from 'pg'

export interface Count {
  /** By table. */
  rows: Record<string, number>
  /** Units of money by which transactions of the ledger miss zero, in all, and captured payments miss their charges. */
  imbalance: number
  bytes: number
}

/** Counts what the services' schemas hold. @param adminUrl of the superuser's own database */
export async function count(adminUrl: string): Promise<Count> {
  const client = new Client({
    connectionString: Object.assign(new URL(adminUrl), { pathname: 'mallhive' }).href,
  })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    )
    const rows: Record<string, number> = {}
    for (const { name } of tables) {
      const counted = await client.query<{ count: number }>(`select count(*)::int from ${name}`)
      rows[name] = counted.rows[0]?.count ?? 0
    }
    const { rows: found } = await client.query<{ imbalance: string; bytes: string }>(unbalanced)
    return { rows, imbalance: Number(found[0]?.imbalance), bytes: Number(found[0]?.bytes) }
  } finally {
    await client.end()
  }
}

export const totalOf = ({ rows }: Count): number =>
  Object.values(rows).reduce((sum, number) => sum + number, 0)

const unbalanced = `
  select pg_database_size(current_database()) as bytes, (
    select coalesce(sum(abs(off)), 0) from (
      select sum(amount_minor) as off from payments.ledger_entries group by transaction_id, currency) as each)
  + (select count(*) from orders.orders o where payment = 'captured' and not exists (
      select from payments.ledger_transactions t where t.checkout_id = o.checkout_id)) as imbalance`
