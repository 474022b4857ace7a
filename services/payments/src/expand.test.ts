import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { migrate } from '@mallhive/service-kit/db'
import { testDb } from '@mallhive/service-kit/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expandPayments } from './expand.ts'
import * as schema from './schema.ts'

const migrations = new URL('../drizzle', import.meta.url)
const before = await mkdtemp(join(tmpdir(), 'migrations-'))
let db: Awaited<ReturnType<typeof testDb<typeof schema>>>

beforeAll(async () => {
  await cp(migrations, before, { recursive: true })
  const journal = join(before, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'))
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 3) }))
  db = await testDb('payments', pathToFileURL(before), schema)
})
afterAll(async () => {
  await db[Symbol.asyncDispose]()
  await rm(before, { recursive: true })
})

const endings = ['captured', 'declined', 'voided'] as const

/** Pays with the statements of the release before migration 0003. */
async function payAsBefore(checkoutId: string, ending: (typeof endings)[number]): Promise<void> {
  const pool = db.$client
  await pool.query(
    `insert into payments.payments (checkout_id, provider, amount_minor, currency, status)
      values ($1, 'sandbox', 1999, 'EUR', 'unknown') on conflict do nothing`,
    [checkoutId],
  )
  const to = (status: string, ledger = '') =>
    `with moved as (update payments.payments set status = '${status}', updated_at = now()
      where checkout_id = $1 and status in ('unknown', 'challenged', 'authorised') returning checkout_id)${ledger} select 1 from moved`
  if (ending !== 'declined') await pool.query(to('authorised'), [checkoutId])
  if (ending !== 'captured') return void (await pool.query(to(ending), [checkoutId]))
  const ledger = `, made as (insert into payments.ledger_transactions (id, checkout_id, kind)
      select $2::uuid, $1::uuid, 'charge' from moved returning id),
    posted as (insert into payments.ledger_entries (transaction_id, account, amount_minor, currency)
      select made.id, entry.* from made,
        (values ('receivable:sandbox', 1999::bigint, 'EUR'), ('payable:orders', -1999::bigint, 'EUR')) as entry (account, amount_minor, currency))`
  await pool.query(to('captured', ledger), [checkoutId, randomUUIDv7()])
}

test('the previous release takes payments during the expansion, and each has its operations afterwards', async () => {
  const paid: { checkoutId: string; ending: (typeof endings)[number] }[] = []
  const stop = new AbortController()
  const write = async (writer: number) => {
    for (let n = writer; !stop.signal.aborted; n++) {
      const payment = { checkoutId: randomUUID(), ending: endings[n % 3] ?? 'captured' }
      await payAsBefore(payment.checkoutId, payment.ending)
      paid.push(payment)
    }
  }
  const writing = Promise.all([0, 1, 2].map(write))
  const written = async (more: number) => {
    const wanted = paid.length + more
    await expect.poll(() => paid.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(wanted)
  }
  await written(60)
  await migrate(db, migrations, 'payments')
  await written(20)
  await expandPayments({ db }, 10)
  await written(20)
  stop.abort()
  await writing

  const expected = {
    captured: ['authorise succeeded', 'capture succeeded'],
    declined: ['authorise refused'],
    voided: ['authorise pending', 'void succeeded'],
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
