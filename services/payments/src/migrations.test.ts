import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { contract, migrate } from '@mallhive/service-kit/migrate'
import { testDb } from '@mallhive/service-kit/testing'
import { earlierMigrations, whileWriting } from '@mallhive/service-kit/testing/earlier-release'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as schema from './schema.ts'

const migrations = new URL('../drizzle', import.meta.url)
const openBefore = async () => testDb('payments', await earlierMigrations(migrations, 3), schema)
type TestDb = Awaited<ReturnType<typeof openBefore>>

const endings = ['captured', 'declined', 'voided'] as const

/** Pays with the statements of the release before migration 0003. */
async function payAsBefore({ $client: pool }: TestDb, n: number) {
  const checkoutId = randomUUID()
  const ending = endings[n % 3] ?? 'captured'
  await pool.query(
    `insert into payments.payments (checkout_id, provider, amount_minor, currency, status)
      values ($1, 'sandbox', 1999, 'EUR', 'unknown') on conflict do nothing`,
    [checkoutId],
  )
  const to = (status: string, ledger = '') =>
    `with moved as (update payments.payments set status = '${status}', updated_at = now()
      where checkout_id = $1 and status in ('unknown', 'challenged', 'authorised') returning checkout_id)${ledger} select 1 from moved`
  if (ending !== 'declined') await pool.query(to('authorised'), [checkoutId])
  if (ending !== 'captured') {
    await pool.query(to(ending), [checkoutId])
    return { checkoutId, ending }
  }
  const ledger = `, made as (insert into payments.ledger_transactions (id, checkout_id, kind)
      select $2::uuid, $1::uuid, 'charge' from moved returning id),
    posted as (insert into payments.ledger_entries (transaction_id, account, amount_minor, currency)
      select made.id, entry.* from made,
        (values ('receivable:sandbox', 1999::bigint, 'EUR'), ('payable:orders', -1999::bigint, 'EUR')) as entry (account, amount_minor, currency))`
  await pool.query(to('captured', ledger), [checkoutId, randomUUIDv7()])
  return { checkoutId, ending }
}

test('the previous release takes payments during the expansion, and each has its operations after the contraction', async () => {
  await using db = await openBefore()
  const write = (n: number) => payAsBefore(db, n)
  const paid = await whileWriting(3, write, [() => migrate(db, migrations, 'payments')])
  await contract(db, migrations, 'payments')

  const expected = {
    captured: ['authorise succeeded', 'capture succeeded'],
    declined: ['authorise refused'],
    voided: ['authorise refused', 'void succeeded'],
  }
  for (const { checkoutId, ending } of paid) {
    const operations = await db.query.operations.findMany({
      where: eq(schema.operations.checkoutId, checkoutId),
      orderBy: schema.operations.kind,
    })
    const found = operations.map(({ kind, state }) => `${kind} ${state}`)
    // A payment that was voided only after the migration also has a succeeded authorisation.
    const [first = '', ...rest] = expected[ending]
    expect([[first, ...rest].join(), ['authorise succeeded', ...rest].join()]).toContain(found.join())
    const booked = await db.query.ledgerTransactions.findMany({
      where: eq(schema.ledgerTransactions.checkoutId, checkoutId),
    })
    const capture = operations.find(({ kind }) => kind === 'capture')
    expect(booked.map(({ operationId }) => operationId)).toEqual(capture ? [capture.id] : [])
  }
}, 60_000)

test('a contraction before the conversion is refused; after it the ledger is append-only without exception', async () => {
  await using db = await openBefore()
  await payAsBefore(db, 0)
  await expect(contract(db, migrations, 'payments')).rejects.toThrow('the schema is not expanded')
  await migrate(db, migrations, 'payments')
  await payAsBefore(db, 0)
  await db.execute(sql`alter table payments.ledger_transactions disable trigger user`)
  await db.execute(sql`update payments.ledger_transactions set operation_id = null`)
  await db.execute(sql`alter table payments.ledger_transactions enable trigger user`)
  await expect(contract(db, migrations, 'payments')).rejects.toThrow('are not converted')
  await migrate(db, migrations, 'payments')
  await contract(db, migrations, 'payments')
  await contract(db, migrations, 'payments')
  const touched = db.execute(sql`update payments.ledger_transactions set operation_id = operation_id`)
  await expect(touched).rejects.toMatchObject({ cause: { message: 'the ledger is append-only' } })
})
